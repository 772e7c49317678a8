package dev.millrace.lab.report;

import dev.millrace.lab.chart.Chart;
import dev.millrace.lab.learn.ModelQuality;
import dev.millrace.lab.measure.Metric;
import dev.millrace.lab.result.Benchmark;
import dev.millrace.lab.result.ConstraintPoint;
import dev.millrace.lab.result.Contrast;
import dev.millrace.lab.result.ModeQuality;
import dev.millrace.lab.result.Scaling;
import dev.millrace.lab.result.SideFigures;

import org.apache.commons.text.StringEscapeUtils;
import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// One page with everything on it, charts too: it refers to nothing outside itself. It is well-formed XML.
final class HtmlPage {

    private static final String STYLE =
            """
            body { font: 15px/1.5 system-ui, sans-serif; color: #222; max-width: 60rem; margin: 2rem auto; padding: 0 1rem }
            h1 { font-size: 1.6rem } h2 { font-size: 1.2rem; margin-top: 2.5rem }
            .headline { border-left: 4px solid #0072B2; padding: .2rem 1rem; background: #f2f7fb }
            .warning { border-left: 4px solid #D55E00; padding: .2rem 1rem; background: #fdf4ee }
            table { border-collapse: collapse; margin: 1rem 0; font-variant-numeric: tabular-nums }
            th, td { padding: .25rem .7rem; text-align: left; border-bottom: 1px solid #ddd; vertical-align: top }
            td.n, th.n { text-align: right } figure { margin: 1.5rem 0 } svg { max-width: 100%; height: auto }
            figcaption { color: #555 } .wide { overflow-x: auto }
            """;

    private final Benchmark benchmark;
    private final StringBuilder page = new StringBuilder();

    private HtmlPage(Benchmark benchmark) {
        this.benchmark = benchmark;
    }

    static byte[] of(Benchmark benchmark, List<Chart> charts) {
        return new HtmlPage(benchmark).make(charts).getBytes(StandardCharsets.UTF_8);
    }

    private String make(List<Chart> charts) {
        String title = "Benchmark of " + benchmark.name();
        page.append("<!DOCTYPE html>\n<html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"en\">\n<head>\n");
        page.append("<meta charset=\"utf-8\"/>\n<title>").append(escaped(title)).append("</title>\n");
        page.append("<style>\n").append(STYLE).append("</style>\n</head>\n<body>\n");
        element("h1", title);
        paragraphs("headline", benchmark.comparison().headline());
        paragraphs("warning", benchmark.warnings());
        comparison();
        charts(charts);
        findings();
        models();
        constraints();
        conditions();
        page.append("</body>\n</html>\n");
        return page.toString();
    }

    private void charts(List<Chart> charts) {
        element("h2", "Charts");
        for (Chart chart : charts) {
            page.append("<figure>\n").append(chart.svg()).append("\n");
            element("figcaption", chart.meaning());
            page.append("</figure>\n");
        }
    }

    private void comparison() {
        element("h2", "Figures");
        List<List<String>> rows = new ArrayList<>();
        for (SideFigures figures : benchmark.comparison().figures()) {
            rows.add(
                    List.of(
                            figures.side(),
                            figures.metric().title() + ", " + figures.metric().unit(),
                            String.valueOf(figures.runs()),
                            estimate(figures.mean()),
                            estimate(figures.median()),
                            number(figures.p95())));
        }
        table(List.of("side", "figure", "runs", "mean [BCa 95 %]", "median [BCa 95 %]", "p95"), rows, 2);
        element("h2", "Differences");
        List<List<String>> contrasts = new ArrayList<>();
        for (Contrast contrast : benchmark.comparison().contrasts()) {
            contrasts.add(
                    List.of(
                            contrast.side() + " / " + contrast.baseline(),
                            contrast.metric().title() + (contrast.metric() == Metric.THROUGHPUT_ROWS ? " (rows)" : ""),
                            estimate(contrast.ratio()),
                            "%s (%s, %d)"
                                    .formatted(
                                            number(contrast.test().pValue()),
                                            contrast.test().exact() ? "exact" : "drawn",
                                            contrast.test().permutations()),
                            number(contrast.adjustedPValue()),
                            number(contrast.effect().hedgesG()),
                            number(contrast.effect().cliffsDelta()),
                            contrast.verdict().words()));
        }
        table(
                List.of(
                        "sides",
                        "figure",
                        "ratio of means [BCa 95 %]",
                        "p (permutations)",
                        "p, Holm",
                        "Hedges’ g",
                        "Cliff’s δ",
                        "verdict"),
                contrasts,
                2);
    }

    private void findings() {
        Scaling scaling = benchmark.scaling();
        if (scaling != null) {
            element("h2", "Scaling");
            scaling.bySize().forEach(side -> element("p", side.finding()));
            if (scaling.byWorkers() != null) {
                element("p", scaling.byWorkers().finding());
            }
        }
    }

    private void models() {
        if (benchmark.models().isEmpty()) {
            return;
        }
        element("h2", "What a model learns from the output");
        List<List<String>> rows = new ArrayList<>();
        for (ModeQuality model : benchmark.models()) {
            ModelQuality quality = model.quality();
            rows.add(
                    List.of(
                            model.side(),
                            quality.task() + " of " + quality.label(),
                            quality.scoredOn(),
                            String.valueOf(quality.scoredRows()),
                            number(quality.rmse()),
                            number(quality.rSquared()),
                            number(quality.area()),
                            number(quality.logLoss()),
                            number(quality.accuracy())));
        }
        table(List.of("side", "task", "scored on", "rows", "RMSE", "R²", "AUC", "log-loss", "accuracy"), rows, 3);
    }

    private void constraints() {
        if (benchmark.constraints().isEmpty()) {
            return;
        }
        element("h2", "Constraint experiment");
        List<List<String>> rows = new ArrayList<>();
        for (ConstraintPoint point : benchmark.constraints()) {
            String failure = point.run().failure();
            rows.add(
                    List.of(
                            point.run().side().name(),
                            number(point.run().seconds()),
                            number(point.run().peakResidentBytes() / 1e6),
                            point.quality() == null ? "" : number(point.quality().figure()),
                            failure == null ? point.onFront() ? "on the front" : "" : failure));
        }
        table(List.of("limits", "time, s", "peak memory, MB", "model", ""), rows, 1);
    }

    private void conditions() {
        element("h2", "Conditions");
        table(
                List.of("", ""),
                List.of(
                        List.of("when", benchmark.started() + " to " + benchmark.ended()),
                        List.of(
                                "machine",
                                String.format(
                                        Locale.ROOT,
                                        "%s, %d processors, %.1f GB",
                                        benchmark.machine().processor(),
                                        benchmark.machine().processors(),
                                        benchmark.machine().memoryBytes() / 1e9)),
                        List.of("system", benchmark.machine().system() + ", " + benchmark.machine().architecture()),
                        List.of("Java", benchmark.machine().java()),
                        List.of("Millrace", benchmark.machine().engine()),
                        List.of("load before", number(benchmark.machine().load() * 100) + " % of all processors"),
                        List.of(
                                "data",
                                String.format(
                                        Locale.ROOT,
                                        "%d shards, %.1f MB, SHA-256 %s",
                                        benchmark.dataset().shards(),
                                        benchmark.dataset().bytes() / 1e6,
                                        benchmark.dataset().sha256())),
                        List.of("seed", String.valueOf(benchmark.settings().seed())),
                        List.of("page cache", benchmark.conditions().pageCache()),
                        List.of("limits", benchmark.conditions().limits()),
                        List.of("energy", benchmark.conditions().energy()),
                        List.of("constraint grid", benchmark.conditions().constraints()),
                        List.of("Java options", benchmark.conditions().javaOptions())),
                2);
    }

    /// @param words how many columns hold words; the others hold figures
    private void table(List<String> header, List<List<String>> rows, int words) {
        page.append("<div class=\"wide\"><table>\n");
        row("th", header, words);
        rows.forEach(row -> row("td", row, words));
        page.append("</table></div>\n");
    }

    private void row(String cell, List<String> texts, int words) {
        page.append("<tr>");
        for (int i = 0; i < texts.size(); i++) {
            page.append('<').append(cell).append(i < words ? ">" : " class=\"n\">");
            page.append(escaped(texts.get(i))).append("</").append(cell).append('>');
        }
        page.append("</tr>\n");
    }

    private void paragraphs(String kind, List<String> texts) {
        if (!texts.isEmpty()) {
            page.append("<div class=\"").append(kind).append("\">\n");
            texts.forEach(text -> element("p", text));
            page.append("</div>\n");
        }
    }

    private void element(String name, String text) {
        page.append('<').append(name).append('>').append(escaped(text)).append("</").append(name).append(">\n");
    }

    private static String estimate(SideFigures.Estimate estimate) {
        return "%s [%s – %s]"
                .formatted(number(estimate.value()), number(estimate.bca().low()), number(estimate.bca().high()));
    }

    private static String number(@Nullable Double number) {
        if (number == null || Double.isNaN(number)) {
            return "";
        }
        if (Double.isInfinite(number)) {
            return number > 0 ? "∞" : "−∞";
        }
        double magnitude = Math.abs(number);
        String form = magnitude >= 1000 ? "%,.0f" : magnitude >= 10 ? "%.1f" : magnitude >= 0.1 ? "%.3f" : "%.3g";
        return number == 0 ? "0" : String.format(Locale.ROOT, form, number);
    }

    private static String escaped(String text) {
        return StringEscapeUtils.escapeXml10(text);
    }
}
