package dev.millrace.engine.profile;

import java.util.ArrayList;
import java.util.List;

/// How the numbers of a column are spread, in bins of equal width.
///
/// @param from begin of the first bin
/// @param to end of the last bin
/// @param counts how many numbers each bin holds
public record Histogram(double from, double to, List<Long> counts) {

    /// Bins of a histogram.
    public static final int BINS = 24;

    public Histogram {
        counts = List.copyOf(counts);
    }

    static Histogram of(NumberSpread spread) {
        long[] bins = new long[BINS];
        double width = (spread.max() - spread.min()) / BINS;
        for (int group = 0; group < spread.counts().groups(); group++) {
            double number = Math.clamp(spread.counts().least(group), spread.min(), spread.max());
            int bin = width > 0 ? (int) Math.min(BINS - 1, (number - spread.min()) / width) : 0;
            bins[bin] += spread.counts().count(group);
        }
        List<Long> counts = new ArrayList<>();
        for (long count : bins) {
            counts.add(count);
        }
        return new Histogram(spread.min(), spread.max(), counts);
    }
}
