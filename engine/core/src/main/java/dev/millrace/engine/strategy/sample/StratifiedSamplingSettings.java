package dev.millrace.engine.strategy.sample;

import dev.millrace.engine.settings.Default;
import dev.millrace.engine.settings.Described;
import dev.millrace.engine.settings.NamesColumn;
import dev.millrace.engine.settings.NotEmpty;
import dev.millrace.engine.settings.OnlyWhen;
import dev.millrace.engine.settings.OrFile;
import dev.millrace.engine.settings.Range;
import dev.millrace.engine.settings.Suggested;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;

import java.util.List;

/// Settings of `stratified-sampling`.
///
/// @param strataColumn its distinct texts are the strata; `1` and `1.0` are two
/// @param targetSize rows wanted of each sampled split
/// @param allocation how they are shared out over the strata
/// @param minPerStratum the least rows wanted of a stratum
/// @param varianceColumn a numerical column whose standard deviation weighs the strata of an optimal allocation
/// @param referenceCounts for external allocation: an object of counts by stratum, or the path of a JSON file with one
/// @param multiplier of the reference counts
/// @param replacement whether strata with too few rows are drawn with replacement
/// @param exactTarget whether what the floors leave over is shared out too
/// @param splits the splits that are sampled; others pass unchanged
@Described(
        title = "Stratified sampling",
        help = "Draws rows so that every stratum, each distinct value of a column, has the number of rows it should.")
public record StratifiedSamplingSettings(
        @Described(title = "Strata column", help = "Each distinct value of it is a stratum.")
                @NamesColumn(NamesColumn.Usual.CATEGORICAL)
                @NotEmpty
                String strataColumn,
        @Described(title = "Target size", help = "Rows wanted of each sampled split.", unit = "rows") @Range(min = 1)
                long targetSize,
        @Described(
                        title = "Allocation",
                        help =
                                "Balanced: as many rows of every stratum. Proportional: by its rows. Optimal: by its"
                                        + " rows times its spread (Neyman). External: by counts of yours.")
                @Default("\"balanced\"")
                AllocationRule allocation,
        @Described(title = "Least of a stratum", help = "Rows wanted of even the smallest stratum.", unit = "rows")
                @Default("10")
                @Range(min = 0)
                long minPerStratum,
        @Described(
                        title = "Variance column",
                        help = "The spread of its numbers weighs the strata; without it, all spreads count as equal.")
                @NamesColumn(NamesColumn.Usual.NUMERICAL)
                @OnlyWhen(setting = "allocation", is = "optimal")
                @Nullable String varianceColumn,
        @Described(
                        title = "Reference counts",
                        help =
                                "Rows of each stratum in the population that the sample stands for, or a JSON file of"
                                        + " them.")
                @OnlyWhen(setting = "allocation", is = "external_proportional")
                @OrFile
                @Nullable JsonNode referenceCounts,
        @Described(title = "Multiplier", help = "Rows drawn for each row of the reference counts.")
                @OnlyWhen(setting = "allocation", is = "external_proportional")
                @Default("1.0")
                @Range(min = 0)
                double multiplier,
        @Described(
                        title = "Draw with replacement",
                        help = "A stratum with too few rows gives some of them several times.")
                @Default("false")
                boolean replacement,
        @Described(
                        title = "Hit the target size exactly",
                        help = "Shares out what rounding down leaves over, by largest remainder.")
                @Default("false")
                boolean exactTarget,
        @Described(title = "Splits that are sampled", help = "The others pass through unchanged.")
                @Suggested({"train", "val", "test", "oot"})
                @Default("[\"train\", \"val\"]")
                @NotEmpty
                List<String> splits) {}
