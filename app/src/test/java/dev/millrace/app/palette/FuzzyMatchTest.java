package dev.millrace.app.palette;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.BitSet;
import java.util.List;
import java.util.stream.Stream;

class FuzzyMatchTest {

    @ParameterizedTest
    @CsvSource({"rrc,Run the recipe", "undo,Undo", "cmd,Copy as command", "p17,part-00017.csv", "go row,Go to a row"})
    void lettersInOrderFit(String typed, String text) {
        assertThat(FuzzyMatch.of(typed, text)).isPresent();
    }

    @ParameterizedTest
    @CsvSource({"ur,Run", "zz,amount", "undoo,Undo"})
    void lettersInAnotherOrderDoNotFit(String typed, String text) {
        assertThat(FuzzyMatch.of(typed, text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "am,amount,name_mapping",
        "amount,amount,amount_in_euros",
        "pause,Pause the run or go on,Pass auto-select",
        "rt,Run text,carter",
        "mc,merchant_category,amortisation_cost",
        "vel,velocity_1d,available"
    })
    void betterFitScoresHigher(String typed, String better, String worse) {
        int one = FuzzyMatch.of(typed, better).orElseThrow().score();
        assertThat(FuzzyMatch.of(typed, worse).map(FuzzyMatch::score).orElse(Integer.MIN_VALUE)).isLessThan(one);
    }

    @Test
    void markedLettersAreThoseThatWereTyped() {
        BitSet letters = FuzzyMatch.of("mc", "merchant_category").orElseThrow().letters();
        assertThat(letters.stream().boxed().toList()).isEqualTo(List.of(0, 9));
    }

    @Test
    void disabledGoalsComeLast() {
        List<Goal> goals =
                Stream.of(false, true).map(on -> new Goal(Goal.Kind.ACTION, "Undo", "", on, () -> {})).toList();
        assertThat(Found.best("undo", goals, 9))
                .extracting(found -> found.goal().enabled())
                .containsExactly(true, false);
    }

    @Test
    void nothingTypedKeepsTheOrder() {
        List<Goal> goals =
                Stream.of("b", "a", "c").map(name -> new Goal(Goal.Kind.COLUMN, name, "", true, () -> {})).toList();
        assertThat(Found.best("", goals, 2)).extracting(found -> found.goal().words()).containsExactly("b", "a");
    }
}
