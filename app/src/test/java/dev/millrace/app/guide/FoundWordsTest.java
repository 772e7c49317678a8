package dev.millrace.app.guide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.app.guide.FoundWords.Piece;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.stream.Collectors;

/// What a person looks for is marked.
class FoundWordsTest {

    @Test
    void wordsAreMarkedWhereverTheyStandInLargeOrSmallLetters() {
        List<Piece> pieces = new FoundWords(List.of("run", "(a")).in("Run it: rerun (A)");
        assertThat(pieces)
                .containsExactly(
                        new Piece("Run", true),
                        new Piece(" it: re", false),
                        new Piece("run", true),
                        new Piece(" ", false),
                        new Piece("(A", true),
                        new Piece(")", false));
        assertThat(pieces.stream().map(Piece::text).collect(Collectors.joining())).isEqualTo("Run it: rerun (A)");
    }

    @Test
    void nothingIsMarkedWhenNothingIsLookedFor() {
        assertThat(new FoundWords(List.of()).in("text")).containsExactly(new Piece("text", false));
    }
}
