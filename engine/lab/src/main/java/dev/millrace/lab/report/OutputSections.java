package dev.millrace.lab.report;

import static dev.millrace.lab.report.Markup.Column.figures;
import static dev.millrace.lab.report.Markup.Column.words;
import static dev.millrace.lab.report.PageFigures.number;
import static dev.millrace.lab.report.PageFigures.percent;

import dev.millrace.lab.learn.ModelQuality;
import dev.millrace.lab.quality.ColumnQuality;
import dev.millrace.lab.quality.Drift;
import dev.millrace.lab.result.Benchmark;
import dev.millrace.lab.result.ModeQuality;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The sections of a page about what was found in the data: models, quality and drift. What is in order is counted, not
/// listed, as there may be thousands of columns; the tables of [ReportFolder] have all.
final class OutputSections {

    private static final int MOST_ROWS = 50;

    private OutputSections() {}

    static void add(Benchmark benchmark, Markup page) {
        if (!benchmark.models().isEmpty()) {
            addModels(benchmark.models(), page);
        }
        if (!benchmark.quality().isEmpty()) {
            addQuality(benchmark.quality(), page);
        }
        if (!benchmark.drifts().isEmpty()) {
            addDrift(benchmark.drifts(), page);
        }
    }

    private static void addModels(List<ModeQuality> models, Markup page) {
        page.element("h2", "What a model learns from the output");
        List<List<String>> rows = new ArrayList<>();
        for (ModeQuality model : models) {
            ModelQuality quality = model.quality();
            rows.add(
                    List.of(
                            model.side(),
                            quality.task() + " of " + quality.label(),
                            quality.scoredOn(),
                            PageFigures.count(quality.scoredRows()),
                            number(quality.rmse()),
                            number(quality.rSquared()),
                            number(quality.area()),
                            number(quality.logLoss()),
                            number(quality.accuracy())));
        }
        page.table(
                List.of(
                        words("side"),
                        words("task"),
                        words("scored on"),
                        figures("rows"),
                        figures("RMSE"),
                        figures("R²"),
                        figures("AUC"),
                        figures("log-loss"),
                        figures("accuracy")),
                rows);
    }

    private static void addQuality(List<ColumnQuality> columns, Markup page) {
        page.element("h2", "Data quality");
        List<List<String>> rows = new ArrayList<>();
        for (ColumnQuality column : columns) {
            ColumnQuality.Outliers outliers = column.outliers();
            if (column.missing() > 0 || (outliers != null && outliers.count() > 0)) {
                rows.add(
                        List.of(
                                column.table(),
                                column.column(),
                                column.type(),
                                percent(column.missingRatio()),
                                outliers == null ? "" : percent(outliers.rate(), outliers.error())));
            }
        }
        page.table(
                List.of(words("table"), words("column"), words("type"), figures("missing"), figures("outliers (IQR)")),
                rows.subList(0, Math.min(rows.size(), MOST_ROWS)));
        addRest(rows.size(), columns.size() - rows.size(), "have no missing cell and no outlier", page);
    }

    private static void addDrift(List<Drift> drifts, Markup page) {
        page.element("h2", "Drift");
        List<List<String>> rows = new ArrayList<>();
        int stable = 0;
        for (Drift drift : drifts) {
            drift.schema()
                    .forEach(finding -> page.element("p", drift.from() + " to " + drift.to() + ": " + finding + "."));
            for (Drift.ColumnDrift column : drift.columns()) {
                if (column.level() == Drift.Level.STABLE) {
                    stable++;
                } else {
                    rows.add(row(drift, column));
                }
            }
        }
        if (!rows.isEmpty()) {
            page.table(
                    List.of(
                            words("from"),
                            words("to"),
                            words("column"),
                            words("drift"),
                            figures("KS distance"),
                            figures("mean shift"),
                            figures("L1"),
                            figures("PSI")),
                    rows.subList(0, Math.min(rows.size(), MOST_ROWS)));
        }
        addRest(rows.size(), stable, "are stable", page);
    }

    private static List<String> row(Drift drift, Drift.ColumnDrift column) {
        Double error = column.ksError();
        return List.of(
                drift.from(),
                drift.to(),
                column.column(),
                column.level().name().toLowerCase(Locale.ROOT),
                number(column.ks()) + (error == null || error == 0 ? "" : " ± " + number(error)),
                number(column.meanShift()),
                number(column.l1()),
                number(column.psi()));
    }

    /// @param found how many rows there are, of which some are shown
    /// @param others how many columns there are beside them
    private static void addRest(int found, int others, String what, Markup page) {
        if (found > MOST_ROWS) {
            page.note(PageFigures.count(found - MOST_ROWS) + " more rows are in the tables.");
        }
        if (others > 0) {
            page.note((found == 0 ? "All " : "The other ") + PageFigures.count(others) + " columns " + what + ".");
        }
    }
}
