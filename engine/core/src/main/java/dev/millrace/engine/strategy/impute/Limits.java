package dev.millrace.engine.strategy.impute;

/// How much is kept of one column of one shard. The filled values do not depend on it, only how many scans they take,
/// and whether the mode of very many distinct values can be found at all.
///
/// @param texts most distinct texts that the first scan counts; far fewer where it is unlikely to need them
/// @param textBytes most bytes of them
/// @param numbers most groups in which numbers are counted for the median
/// @param mostTexts most distinct values that the mode is found of, in a scan of its own
/// @param mostTextBytes most bytes of them
record Limits(int texts, int textBytes, int numbers, int mostTexts, int mostTextBytes) {

    private static final int GLANCES = 32;

    /// How many distinct texts it takes to tell that a column is unlikely to need its texts counted.
    int glance() {
        return Math.max(1, texts / GLANCES);
    }

    /// Dictionaries of the first scan stay near a processor's cache; those of the last resort fit in a small heap.
    static final Limits DEFAULT = new Limits(1 << 16, 8 << 20, 1 << 14, 2_000_000, 256 << 20);
}
