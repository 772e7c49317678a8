package dev.millrace.engine.run;

/// Decides how far a run holds itself back, by how much of its memory is still in use after a collection. Knows no
/// clock and measures nothing, so that the same readings always lead to the same decisions.
///
/// Above the upper mark it takes one step: half the block size, or at the least size one worker less. Below the lower
/// mark, after several readings in a row, it takes one step back. Between the marks it does nothing. Each time that a
/// step back turns out to be one too many, the next one waits twice as long. Not thread-safe.
final class PressureControl {

    static final int LEAST_BLOCK = 64 << 10;

    private static final double UPPER_MARK = 0.85;
    private static final double LOWER_MARK = 0.65;
    private static final int SETTLING = 2; // readings after a step that may still show what was before it
    private static final int CALM = 8;
    private static final int LONGEST_CALM = 256;

    private final long upperMark;
    private final long lowerMark;
    private final Stance full;
    private Stance stance;
    private int settling;
    private int calm;
    private int calmNeeded = CALM;
    private Step last = Step.NONE;

    /// What a run allows itself.
    ///
    /// @param blockBytes size of the blocks of shards that are opened from now on
    /// @param workers how many may work at once, at least 1
    record Stance(int blockBytes, int workers) {}

    /// What a reading led to.
    enum Step {
        NONE,
        TIGHTER,
        LOOSER
    }

    /// @param limit bytes that may be in use
    /// @param full the stance without any pressure
    PressureControl(long limit, Stance full) {
        this.upperMark = (long) (limit * UPPER_MARK);
        this.lowerMark = (long) (limit * LOWER_MARK);
        this.full = full;
        this.stance = full;
    }

    Stance stance() {
        return stance;
    }

    /// Whether so many bytes in use call for a step.
    boolean isTooMuch(long usedBytes) {
        return usedBytes > upperMark;
    }

    /// Takes in a reading.
    ///
    /// @param usedBytes in use after a collection
    Step collected(long usedBytes) {
        boolean settled = settling == 0;
        settling = Math.max(0, settling - 1);
        if (isTooMuch(usedBytes)) {
            calm = 0;
            return settled ? stepTo(tighter(), Step.TIGHTER) : Step.NONE;
        }
        calm = usedBytes < lowerMark ? calm + 1 : 0;
        return calm >= calmNeeded ? stepTo(looser(), Step.LOOSER) : Step.NONE;
    }

    private Stance tighter() {
        int smaller = Math.max(Math.min(LEAST_BLOCK, full.blockBytes()), stance.blockBytes() / 2);
        return smaller < stance.blockBytes()
                ? new Stance(smaller, stance.workers())
                : new Stance(stance.blockBytes(), Math.max(1, stance.workers() - 1));
    }

    private Stance looser() {
        return stance.workers() < full.workers()
                ? new Stance(stance.blockBytes(), stance.workers() + 1)
                : new Stance((int) Math.min(full.blockBytes(), 2L * stance.blockBytes()), stance.workers());
    }

    private Step stepTo(Stance next, Step step) {
        if (next.equals(stance)) {
            return Step.NONE;
        }
        if (step == Step.TIGHTER && last == Step.LOOSER) {
            calmNeeded = Math.min(LONGEST_CALM, 2 * calmNeeded);
        }
        stance = next;
        last = step;
        calm = 0;
        settling = SETTLING;
        return step;
    }
}
