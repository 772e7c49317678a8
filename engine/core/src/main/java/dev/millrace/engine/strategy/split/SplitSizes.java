package dev.millrace.engine.strategy.split;

import dev.millrace.engine.stats.LargestRemainder;
import dev.millrace.engine.stats.Portion;

import java.util.Arrays;

/// How many rows of each stratum go where; the rest is test.
///
/// @param train rows of each stratum that are train
/// @param val rows of each stratum that are val
@SuppressWarnings("ArrayRecordComponent") // made once, read once
record SplitSizes(long[] train, long[] val) {

    /// n_train = floor(n · trainRatio), n_val = ceil((n − n_train) · testValRatio); each is shared out over the strata
    /// by largest remainder.
    ///
    /// @param rows rows of each stratum
    static SplitSizes of(long[] rows, TabularSplitSettings settings) {
        long all = Arrays.stream(rows).sum();
        long train = Portion.floor(all, settings.trainRatio());
        long val = Portion.ceil(all - train, settings.testValRatio());
        long[] trainShares = LargestRemainder.share(train, rows);
        long[] holdout = rows.clone();
        for (int stratum = 0; stratum < rows.length; stratum++) {
            holdout[stratum] -= trainShares[stratum];
        }
        return new SplitSizes(trainShares, LargestRemainder.share(val, holdout));
    }
}
