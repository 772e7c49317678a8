package dev.millrace.lab.report;

import dev.millrace.lab.quality.ColumnQuality;
import dev.millrace.lab.quality.Drift;
import dev.millrace.lab.result.Benchmark;

import java.util.Locale;

/// Tables of what was found in the data.
final class DataTables {

    private final Benchmark benchmark;

    DataTables(Benchmark benchmark) {
        this.benchmark = benchmark;
    }

    CsvTable quality() {
        CsvTable table =
                new CsvTable(
                        "table",
                        "column",
                        "type",
                        "rows",
                        "missing",
                        "missing_ratio",
                        "first_quartile",
                        "third_quartile",
                        "outliers",
                        "outlier_rate",
                        "outlier_rate_error");
        for (ColumnQuality column : benchmark.quality()) {
            ColumnQuality.Outliers outliers = column.outliers();
            table.add(
                    column.table(),
                    column.column(),
                    column.type(),
                    column.rows(),
                    column.missing(),
                    column.missingRatio(),
                    outliers == null ? null : outliers.firstQuartile(),
                    outliers == null ? null : outliers.thirdQuartile(),
                    outliers == null ? null : outliers.count(),
                    outliers == null ? null : outliers.rate(),
                    outliers == null ? null : outliers.error());
        }
        return table;
    }

    CsvTable drift() {
        CsvTable table =
                new CsvTable(
                        "from",
                        "to",
                        "column",
                        "type",
                        "ks",
                        "ks_error",
                        "mean_shift",
                        "l1",
                        "psi",
                        "missing_shift",
                        "level");
        for (Drift drift : benchmark.drifts()) {
            for (Drift.ColumnDrift column : drift.columns()) {
                table.add(
                        drift.from(),
                        drift.to(),
                        column.column(),
                        column.type(),
                        column.ks(),
                        column.ksError(),
                        column.meanShift(),
                        column.l1(),
                        column.psi(),
                        column.missingShift(),
                        column.level().name().toLowerCase(Locale.ROOT));
            }
        }
        return table;
    }
}
