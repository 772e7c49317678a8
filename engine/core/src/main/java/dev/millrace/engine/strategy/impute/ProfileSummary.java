package dev.millrace.engine.strategy.impute;

import dev.millrace.engine.stats.SummaryInput;
import dev.millrace.engine.stats.SummaryOutput;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.List;

/// What the first scan learns of some rows.
///
/// @param columns one for each candidate
record ProfileSummary(long rows, List<ColumnProfile> columns) {

    ProfileSummary {
        columns = List.copyOf(columns);
    }

    /// @param missing missing cells
    /// @param example the first value that is no number; looked for only where that would be a mistake
    record ColumnProfile(long missing, Values values, @Nullable Example example) {

        void write(SummaryOutput out) throws IOException {
            out.count(missing);
            values.write(out);
            out.flag(example != null);
            if (example != null) {
                example.write(out);
            }
        }

        /// @param measure of the column, should it be numerical
        static ColumnProfile read(SummaryInput in, Measure measure) throws IOException {
            return new ColumnProfile(in.count(), Values.read(in, measure), in.flag() ? Example.read(in) : null);
        }
    }
}
