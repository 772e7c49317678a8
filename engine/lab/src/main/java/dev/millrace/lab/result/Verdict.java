package dev.millrace.lab.result;

/// What follows from the runs about one figure of two sides.
public enum Verdict {
    BETTER("better"),
    WORSE("worse"),
    /// A difference may be there, but the runs do not show it.
    NO_DIFFERENCE("no difference detected"),
    /// The whole interval lies so near to 1 that it does not matter.
    WITHIN_NOISE("within noise (±2 %)"),
    /// With so few runs no difference, however large, could be told from chance.
    NOT_ENOUGH_RUNS("not enough runs");

    /// Ratios between 1 / 1.02 and 1.02 do not matter.
    public static final double NOISE = 0.02;

    private final String words;

    Verdict(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }
}
