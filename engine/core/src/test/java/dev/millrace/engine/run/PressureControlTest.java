package dev.millrace.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.engine.run.PressureControl.Stance;
import dev.millrace.engine.run.PressureControl.Step;
import dev.millrace.engine.testing.Seeds;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.ToLongFunction;

/// The laws of holding back, on any readings.
class PressureControlTest {

    private static final long LIMIT = 1000;
    private static final long TOO_MUCH = 900;
    private static final long BETWEEN = 750;
    private static final long LITTLE = 100;

    @Seeds(count = 200)
    void everyStepChangesOneThingAndStaysWithinBounds(long seed) {
        Random random = new Random(seed);
        Stance full = full(random);
        PressureControl control = new PressureControl(LIMIT, full);
        Stance before = control.stance();
        for (int i = 0; i < 500; i++) {
            long used = random.nextLong(LIMIT + 200);
            Step step = control.collected(used);
            Stance after = control.stance();
            assertThat(after.workers()).isBetween(1, full.workers());
            assertThat(after.blockBytes())
                    .isBetween(Math.min(PressureControl.LEAST_BLOCK, full.blockBytes()), full.blockBytes());
            boolean smaller = after.blockBytes() < before.blockBytes();
            boolean fewer = after.workers() < before.workers();
            boolean larger = after.blockBytes() > before.blockBytes();
            boolean more = after.workers() > before.workers();
            switch (step) {
                case NONE -> assertThat(after).isEqualTo(before);
                case TIGHTER -> assertThat((smaller ^ fewer) && !larger && !more && control.isTooMuch(used)).isTrue();
                case LOOSER -> assertThat((larger ^ more) && !smaller && !fewer && !control.isTooMuch(used)).isTrue();
            }
            before = after;
        }
    }

    @Seeds(count = 50)
    void pressureThatStaysLeadsToOneWorkerAndTheLeastBlocksAndItsEndBackAgain(long seed) {
        Stance full = full(new Random(seed));
        PressureControl control = new PressureControl(LIMIT, full);
        repeat(control, TOO_MUCH, 3 * (full.workers() + 31));
        int least = Math.min(PressureControl.LEAST_BLOCK, full.blockBytes());
        assertThat(control.stance()).isEqualTo(new Stance(least, 1));
        repeat(control, LITTLE, 10 * (full.workers() + 31));
        assertThat(control.stance()).isEqualTo(full);
    }

    @Seeds(count = 50)
    void betweenTheMarksNothingChanges(long seed) {
        Random random = new Random(seed);
        PressureControl control = new PressureControl(LIMIT, full(random));
        repeat(control, TOO_MUCH, random.nextInt(30));
        assertThat(repeat(control, BETWEEN, 1000)).containsOnly(Step.NONE);
    }

    @Test
    void blocksShrinkBeforeWorkersWaitAndWorkersComeBackFirst() {
        PressureControl control = new PressureControl(LIMIT, new Stance(4 * PressureControl.LEAST_BLOCK, 2));
        List<Stance> stances = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            Step step = control.collected(i < 20 ? TOO_MUCH : LITTLE);
            if (step != Step.NONE) {
                stances.add(control.stance());
            }
        }
        int least = PressureControl.LEAST_BLOCK;
        assertThat(stances)
                .containsExactly(
                        new Stance(2 * least, 2),
                        new Stance(least, 2),
                        new Stance(least, 1),
                        new Stance(least, 2),
                        new Stance(2 * least, 2),
                        new Stance(4 * least, 2));
    }

    @Test
    void oneHighReadingAfterAStepDoesNotLeadToTheNext() {
        PressureControl control = new PressureControl(LIMIT, new Stance(1 << 20, 8));
        assertThat(control.collected(TOO_MUCH)).isEqualTo(Step.TIGHTER);
        assertThat(control.collected(TOO_MUCH)).isEqualTo(Step.NONE);
        assertThat(control.collected(LITTLE)).isEqualTo(Step.NONE);
        assertThat(control.collected(TOO_MUCH)).isEqualTo(Step.TIGHTER);
    }

    /// Three workers are too many and two leave the memory calm, so there is no stance at which it would stay.
    @Test
    void stepsBackThatDoNotLastAreTriedLessAndLess() {
        PressureControl control = new PressureControl(LIMIT, new Stance(PressureControl.LEAST_BLOCK, 3));
        ToLongFunction<Stance> used = stance -> stance.workers() == 3 ? TOO_MUCH : LITTLE;
        int early = steps(control, used, 100);
        int late = steps(control, used, 10_000) - steps(control, used, 9_000);
        assertThat(early).isGreaterThan(4);
        assertThat(late).isLessThan(10);
    }

    private static int steps(PressureControl control, ToLongFunction<Stance> used, int readings) {
        int steps = 0;
        for (int i = 0; i < readings; i++) {
            steps += control.collected(used.applyAsLong(control.stance())) == Step.NONE ? 0 : 1;
        }
        return steps;
    }

    private static List<Step> repeat(PressureControl control, long used, int times) {
        List<Step> steps = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            steps.add(control.collected(used));
        }
        return steps;
    }

    private static Stance full(Random random) {
        return new Stance(1 + random.nextInt(1 << (1 + random.nextInt(26))), 1 + random.nextInt(40));
    }
}
