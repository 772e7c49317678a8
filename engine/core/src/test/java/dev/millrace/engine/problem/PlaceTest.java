package dev.millrace.engine.problem;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.List;

class PlaceTest {

    @Test
    void saysWhatIsKnown() {
        Place file = Place.of("part-00003.csv");
        assertThat(file).hasToString("part-00003.csv");
        assertThat(file.atLine(9)).hasToString("part-00003.csv, line 9");
        assertThat(file.inColumn("amount")).hasToString("part-00003.csv, column 'amount'");
        assertThat(file.atLine(9).inColumn("amount")).hasToString("part-00003.csv, line 9, column 'amount'");
    }

    @Test
    void everyProblemOfAnExceptionIsInItsMessage() {
        Problem first = new Problem(Place.of("a"), "it is broken", "Mend it");
        Problem second = new Problem(Place.of("b"), "so is this", "Mend that");
        RecipeException exception = new RecipeException(List.of(first, second));
        assertThat(exception.getMessage().lines())
                .containsExactly("a: it is broken. Mend it.", "b: so is this. Mend that.");
        assertThat(exception.problems()).containsExactly(first, second);
    }
}
