package dev.millrace.lab.measure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.engine.recipe.Mode;

import org.junit.jupiter.api.Test;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

class ScheduleTest {

    private static final List<Side> SIDES =
            List.of(Side.of(Mode.BATCH), Side.of(Mode.STREAMING), Side.of(Mode.STREAMING).withWorkers(2));

    @Test
    void everySideRunsOnceInEveryRound() {
        Schedule schedule = Schedule.of(SIDES, 2, 10, 7);

        assertThat(schedule.warmUps()).isEqualTo(2);
        assertThat(schedule.rounds()).hasSize(12);
        assertThat(schedule.rounds()).allSatisfy(round -> assertThat(round).containsExactlyInAnyOrderElementsOf(SIDES));
    }

    @Test
    void theOrderIsDrawnAnewInEveryRoundAndTheSameForOneSeed() {
        Schedule schedule = Schedule.of(SIDES, 0, 30, 7);
        Set<List<Side>> orders = new HashSet<>(schedule.rounds());

        assertThat(orders).hasSize(6);
        assertThat(Schedule.of(SIDES, 0, 30, 7)).isEqualTo(schedule);
        assertThat(Schedule.of(SIDES, 0, 30, 8)).isNotEqualTo(schedule);
    }
}
