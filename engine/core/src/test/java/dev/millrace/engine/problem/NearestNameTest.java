package dev.millrace.engine.problem;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.stream.IntStream;

class NearestNameTest {

    private static final List<String> COLUMNS = List.of("country", "device", "merchant_category", "label");

    @Test
    void aTypingErrorIsRecognisedWhateverItsCase() {
        assertThat(NearestName.of("contry", COLUMNS)).contains("country");
        assertThat(NearestName.of("DEVICE", COLUMNS)).contains("device");
        assertThat(NearestName.of("merchant-category", COLUMNS)).contains("merchant_category");
    }

    @Test
    void nothingIsSuggestedForSomethingElse() {
        assertThat(NearestName.of("zzzz", COLUMNS)).isEmpty();
        assertThat(NearestName.of("", COLUMNS)).isEmpty();
        assertThat(NearestName.of("x", List.of())).isEmpty();
    }

    @Test
    void theRemedyNamesTheNearestAndWhatIsKnown() {
        assertThat(NearestName.remedy("labl", COLUMNS))
                .isEqualTo("Did you mean 'label'? Known: country, device, merchant_category, label");
        assertThat(NearestName.remedy("zzzz", COLUMNS)).startsWith("Known: country, ");
    }

    @Test
    void aLongListIsCutShort() {
        List<String> many = IntStream.range(0, 500).mapToObj(i -> "column" + i).toList();
        assertThat(NearestName.remedy("zzzz", many)).endsWith("column29 and 470 more").hasSizeLessThan(400);
    }
}
