package dev.millrace.engine.results;

import dev.millrace.engine.recipe.RecipeDocument;
import dev.millrace.engine.run.Manifest;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// A finished run as one HTML page that needs nothing else: no network, no script; light or dark as the reader's
/// system.
public final class HtmlReport {

    private static final int MOST_ROWS = 500;
    private static final int MOST_TABLES = 60;
    private static final int MOST_RISK_BARS = 20;
    private static final int BUCKETS = 32;
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final Results.Finished results;
    private final Manifest manifest;
    private final RunFigures figures;
    private final Html html = new Html();

    private HtmlReport(Results.Finished results) {
        this.results = results;
        this.manifest = results.manifest();
        this.figures = RunFigures.of(manifest);
    }

    /// The page.
    public static String of(Results.Finished results) {
        return new HtmlReport(results).page();
    }

    private String page() {
        String name = results.recipe().text("/name");
        html.raw("<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">\n");
        html.raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
        html.element("title", name + " – Millrace report");
        html.raw("<style>").raw(ReportStyle.CSS).raw("</style></head><body><main>\n");
        html.element("h1", name);
        html.element(
                "p class=\"muted\"",
                "Run " + manifest.run() + " of " + moment(manifest.started()) + ", Millrace " + manifest.engine());
        html.element("p class=\"verdict\"", verdict());
        addFigures();
        addRows();
        addTimes();
        addWarnings();
        addArtifacts();
        addOutputs();
        addRecipe();
        return html.raw("</main></body></html>\n").toString();
    }

    private String verdict() {
        return Words.count(figures.shards(), "shard")
                + " read, "
                + Words.count(figures.files(), "file")
                + " written: "
                + Words.accounting(figures)
                + ".";
    }

    private void addFigures() {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("Duration", Words.duration(figures.duration()));
        facts.put("Rows per second", Words.number(Math.round(figures.rowsPerSecond())));
        facts.put("Read", Words.bytes(figures.bytesIn()));
        facts.put("Written", Words.bytes(figures.bytesOut()));
        facts.put(figures.ofProcess() ? "Peak process memory" : "Peak heap", Words.bytes(figures.peakBytes()));
        facts.put("Passes", Words.number(figures.passes()));
        html.raw("<dl class=\"facts\">\n");
        facts.forEach((fact, value) -> html.raw("<div>").element("dt", fact).element("dd", value).raw("</div>\n"));
        html.raw("</dl>\n");
    }

    private void addRows() {
        html.element("h2", "What became of the rows");
        long all = Math.max(1, figures.rowsIn());
        List<SvgChart.Bar> bars = new ArrayList<>();
        figures.rowsOut().forEach((split, rows) -> bars.add(bar(split, rows, all)));
        figures.dropped().forEach((reason, rows) -> bars.add(bar("dropped: " + reason, rows, all)));
        if (figures.rejected() > 0) {
            bars.add(bar("rejected", figures.rejected(), all));
        }
        html.raw(SvgChart.bars("Rows in: " + Words.number(figures.rowsIn()) + ", and where they went", bars));
    }

    private static SvgChart.Bar bar(String label, long rows, long all) {
        String figure = Words.number(rows) + String.format(Locale.ROOT, " (%.1f %%)", rows * 100.0 / all);
        return new SvgChart.Bar(label, (double) rows / all, figure);
    }

    private void addTimes() {
        html.element("h2", "Where the time went");
        long longest = manifest.passes().stream().mapToLong(Manifest.PassEntry::millis).max().orElse(1);
        List<SvgChart.Bar> bars = new ArrayList<>();
        for (Manifest.PassEntry pass : manifest.passes()) {
            bars.add(
                    new SvgChart.Bar(
                            "pass " + (bars.size() + 1) + ", " + pass.kind(),
                            (double) pass.millis() / Math.max(1, longest),
                            Words.millis(pass.millis())));
        }
        html.raw(SvgChart.bars("Time of each pass", bars));
        List<Long> times =
                manifest.passes().isEmpty()
                        ? List.of()
                        : manifest.passes().getLast().shards().stream()
                                .map(Manifest.ShardTime::millis)
                                .sorted()
                                .toList();
        if (times.size() > 2) {
            addShardTimes(times);
        }
    }

    private void addShardTimes(List<Long> times) {
        long least = times.getFirst();
        long greatest = times.getLast();
        List<Integer> counts = new ArrayList<>(Collections.nCopies(BUCKETS, 0));
        for (long time : times) {
            int bucket = greatest == least ? 0 : (int) ((time - least) * BUCKETS / (greatest - least + 1));
            counts.set(bucket, counts.get(bucket) + 1);
        }
        html.element(
                "p",
                "Shards of the last pass took "
                        + Words.millis(least)
                        + " to "
                        + Words.millis(greatest)
                        + "; half of them between "
                        + Words.millis(times.get(times.size() / 4))
                        + " and "
                        + Words.millis(times.get(times.size() * 3 / 4))
                        + ".");
        html.raw(
                SvgChart.histogram(
                        "How many shards took how long", counts, Words.millis(least), Words.millis(greatest)));
    }

    private void addWarnings() {
        if (!manifest.warnings().isEmpty()) {
            html.element("h2", "Warnings").raw("<ul>\n");
            manifest.warnings().forEach(warning -> html.element("li", warning));
            html.raw("</ul>\n");
        }
    }

    private void addArtifacts() {
        if (results.artifacts().isEmpty()) {
            return;
        }
        html.element("h2", "What was learned");
        results.artifacts().stream().limit(MOST_TABLES).forEach(this::addArtifact);
        if (results.artifacts().size() > MOST_TABLES) {
            int more = results.artifacts().size() - MOST_TABLES;
            html.element("p class=\"muted\"", Words.count(more, "more table") + " in the model folder.");
        }
    }

    private void addArtifact(ArtifactTable table) {
        html.raw("<details").raw(table.kind() == ArtifactTable.Kind.RISKS ? ">" : " open>");
        html.element("summary", table.words() + " (" + Words.count(table.rows().size(), "row") + ")");
        if (table.kind() == ArtifactTable.Kind.RISKS) {
            addRisks(table);
        }
        List<Boolean> numeric = table.headings().stream().map(Heading::isNumeric).toList();
        html.beginTable(table.headings().stream().map(Heading::words).toList(), numeric);
        table.rows().stream()
                .limit(MOST_ROWS)
                .forEach(row -> html.row(row.stream().map(Words::cell).toList(), numeric));
        html.endTable();
        addMore(table.rows().size());
        html.raw("</details>\n");
    }

    private void addRisks(ArtifactTable table) {
        List<List<Cell>> rows =
                table.rows().stream()
                        .filter(row -> row.get(1).number() != null)
                        .sorted((one, other) -> Double.compare(number(other), number(one)))
                        .limit(MOST_RISK_BARS)
                        .toList();
        double greatest = rows.isEmpty() ? 1 : number(rows.getFirst());
        List<SvgChart.Bar> bars =
                rows.stream()
                        .map(row ->
                                new SvgChart.Bar(
                                        row.getFirst().text(),
                                        greatest <= 0 ? 0 : number(row) / greatest,
                                        Words.cell(row.get(1))))
                        .toList();
        html.raw(SvgChart.bars("The greatest " + table.words().toLowerCase(Locale.ROOT), bars));
    }

    private static double number(List<Cell> row) {
        Double number = row.get(1).number();
        return number == null ? 0 : number;
    }

    private void addOutputs() {
        html.element("h2", "Files");
        List<Boolean> numeric = List.of(false, false, true, true, false);
        html.beginTable(List.of("File", "Split", "Rows", "Size", "Hash"), numeric);
        List<Manifest.Output> files = new ArrayList<>(manifest.outputs());
        files.addAll(manifest.rejected());
        files.stream()
                .limit(MOST_ROWS)
                .forEach(file ->
                        html.row(
                                List.of(
                                        file.path(),
                                        file.split(),
                                        Words.number(file.rows()),
                                        Words.bytes(file.bytes()),
                                        file.hash()),
                                numeric));
        html.endTable();
        addMore(files.size());
    }

    private void addMore(int rows) {
        if (rows > MOST_ROWS) {
            html.element("p class=\"muted\"", "The first " + MOST_ROWS + " of " + Words.number(rows) + " rows.");
        }
    }

    private void addRecipe() {
        Manifest.Machine machine = manifest.machine();
        html.element("h2", "Recipe and machine");
        html.element(
                "p",
                machine.system()
                        + " on "
                        + machine.architecture()
                        + ", "
                        + Words.count(machine.processors(), "processor")
                        + ", "
                        + machine.java()
                        + ", heap of at most "
                        + Words.bytes(machine.maxHeapBytes())
                        + ".");
        RecipeDocument recipe = results.recipe();
        html.raw("<details>").element("summary", "The recipe, hash " + manifest.recipeHash());
        html.element("pre", recipe.toString()).raw("</details>\n");
    }

    private static String moment(Instant moment) {
        return MOMENT.format(moment);
    }
}
