package dev.millrace.engine.strategy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.engine.strategy.memory.MemoryRun;
import dev.millrace.engine.strategy.memory.Table;

import java.util.List;
import java.util.Random;

/// What must hold of the summaries of any fit.
public final class FitLaws {

    private static final int FEW_ROWS = 3;
    private static final int ALL_ROWS = 1000;

    private FitLaws() {}

    /// Requires that summaries do not depend on blocks, that merging them is associative, has a neutral element and
    /// changes neither of both, and that they are the same after they were stored.
    ///
    /// @param none the summary of no rows
    public static <S extends Record> void assertHold(FitRound<S> round, S none, Table table, Random random) {
        List<S> summaries = MemoryRun.summaries(round, table, FEW_ROWS);
        assertThat(MemoryRun.summaries(round, table, ALL_ROWS)).isEqualTo(summaries);
        S left = none;
        for (S summary : summaries) {
            left = round.merge(left, summary);
        }
        S right = none;
        for (S summary : summaries.reversed()) {
            right = round.merge(summary, right);
        }
        assertThat(right).isEqualTo(left);
        assertThat(round.merge(none, left)).isEqualTo(left);
        assertThat(MemoryRun.summaries(round, table, FEW_ROWS)).as("merging changes nothing").isEqualTo(summaries);
        StoredSummary.assertLaws(round, summaries, random);
        StoredSummary.assertSameOutcome(round, left);
    }
}
