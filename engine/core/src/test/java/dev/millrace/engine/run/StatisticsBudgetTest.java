package dev.millrace.engine.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millrace.engine.problem.ResourceException;
import dev.millrace.engine.run.RunEvent.StatisticsGrow;
import dev.millrace.engine.run.StatisticsBudget.Account;
import dev.millrace.engine.strategy.Holding;

import org.junit.jupiter.api.Test;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

class StatisticsBudgetTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final long MIB = 1 << 20;

    private final List<RunEvent> events = new ArrayList<>();
    private final StatisticsBudget budget =
            new StatisticsBudget(10 * MIB, Clock.fixed(NOW, ZoneOffset.UTC), events::add);

    @Test
    void theLargestColumnIsNamedOnceBeforeTheLimitIsReached() {
        Account first = budget.open("one");
        Account second = budget.open("two");
        first.holds(List.of(new Holding("a", 10, MIB), new Holding("b", 2000, 3 * MIB)));
        assertThat(events).isEmpty();
        second.holds(List.of(new Holding("c", 5, 2 * MIB)));
        second.holds(List.of(new Holding("c", 6, 2 * MIB + 1)));
        assertThat(events).containsExactly(new StatisticsGrow(NOW, "one", "b", 2000, 6 * MIB, 10 * MIB));
    }

    @Test
    void beyondTheLimitTheRunStopsAndSaysWhichColumnTakesHowMuchAndWhatToDo() {
        budget.open("one").holds(List.of(new Holding("a", 1_234_567, 4 * MIB)));
        Account shard = budget.open("two");
        shard.holds(List.of(new Holding("b", 7, 3 * MIB)));
        assertThatThrownBy(() -> shard.holds(List.of(new Holding("b", 1_500_000, 6 * MIB + MIB / 2))))
                .isInstanceOf(ResourceException.class)
                .hasMessage(
                        "strategy two, column 'b': its 1,500,000 distinct values so far take 6.5 MiB, and the"
                                + " statistics of all columns 10.5 MiB; they may take 10.0 MiB. Leave the column out,"
                                + " choose a setting that does not count its values, or give the run more memory (-Xmx,"
                                + " run.memoryLimitMb).");
    }

    @Test
    void halfOfTheLimitIsMuchWhateverHoldsIt() {
        budget.open("one").holds(List.of(new Holding("a", 10, 3 * MIB)));
        Account shard = budget.open("two");
        shard.holds(List.of(new Holding("b", 7, MIB)));
        assertThat(shard.wouldBeMuch(List.of(new Holding("b", 8, 2 * MIB)))).isFalse();
        assertThat(shard.wouldBeMuch(List.of(new Holding("b", 9, 2 * MIB + 1)))).isTrue();
    }

    @Test
    void whatIsLetGoOfCountsNoLonger() {
        Account fold = budget.open("one");
        for (int shard = 0; shard < 100; shard++) {
            Account ofShard = budget.open("one");
            ofShard.holds(List.of(new Holding("a", 10, 4 * MIB)));
            ofShard.holds(List.of(new Holding("a", 10, 3 * MIB)));
            ofShard.close();
            fold.holds(List.of(new Holding("a", 20, 5 * MIB)));
        }
        assertThat(events).hasSize(1);
        fold.close();
        budget.open("two").holds(List.of(new Holding("b", 1, 9 * MIB)));
    }
}
