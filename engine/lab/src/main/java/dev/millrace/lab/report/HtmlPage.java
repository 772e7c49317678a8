package dev.millrace.lab.report;

import dev.millrace.lab.chart.Chart;
import dev.millrace.lab.result.Benchmark;

import java.nio.charset.StandardCharsets;
import java.util.List;

/// One page with everything on it, charts too: it refers to nothing outside itself. It is well-formed XML.
final class HtmlPage {

    private static final String STYLE =
            """
            body { font: 15px/1.5 system-ui, sans-serif; color: #222; background: #fff; max-width: 62rem;
                   margin: 2rem auto; padding: 0 1rem }
            h1 { font-size: 1.6rem } h2 { font-size: 1.2rem; margin-top: 2.5rem }
            .headline { border-left: 4px solid #0072B2; padding: .2rem 1rem; background: #f2f7fb }
            .warning { border-left: 4px solid #D55E00; padding: .2rem 1rem; margin-top: 1rem; background: #fdf4ee }
            table { border-collapse: collapse; margin: 1rem 0; font-variant-numeric: tabular-nums }
            th, td { padding: .25rem .7rem; text-align: left; border-bottom: 1px solid #ddd; vertical-align: top }
            th:first-child, td:first-child { padding-left: 0 }
            td.n, th.n { text-align: right; white-space: nowrap }
            figure { margin: 1.5rem 0 2.5rem } svg { width: 100%; height: auto }
            figcaption, .note { color: #555 } .wide { overflow-x: auto }
            @media print { figure, tr { break-inside: avoid } }
            """;

    private HtmlPage() {}

    static byte[] of(Benchmark benchmark, List<Chart> charts) {
        String title = "Benchmark of " + benchmark.name();
        Markup page = new Markup();
        page.raw("<!DOCTYPE html>\n<html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"en\">\n<head>\n");
        page.raw("<meta charset=\"utf-8\"/>\n");
        page.raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n");
        page.element("title", title);
        page.raw("<style>\n" + STYLE + "</style>\n</head>\n<body>\n");
        page.element("h1", title);
        page.box("headline", benchmark.comparison().headline());
        page.box("warning", benchmark.warnings());
        ComparisonSections.add(benchmark.comparison(), page);
        addCharts(charts, page);
        OutputSections.add(benchmark, page);
        ConditionSections.add(benchmark, page);
        page.raw("</body>\n</html>\n");
        return page.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void addCharts(List<Chart> charts, Markup page) {
        page.element("h2", "Charts");
        for (Chart chart : charts) {
            page.raw("<figure>\n" + chart.svg() + "\n");
            page.element("figcaption", chart.meaning());
            page.raw("</figure>\n");
        }
    }
}
