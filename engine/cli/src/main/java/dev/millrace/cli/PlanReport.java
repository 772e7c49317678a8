package dev.millrace.cli;

import dev.millrace.engine.dataset.Dataset;
import dev.millrace.engine.dataset.Split;
import dev.millrace.engine.plan.Pass;
import dev.millrace.engine.plan.Plan;
import dev.millrace.engine.recipe.Recipe;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.TreeSet;

/// A plan in words.
record PlanReport(Plan plan) {

    void print(PrintWriter out) {
        out.println(plan.recipe().name());
        out.println();
        overview().print(out);
        List<Pass> passes = plan.passes();
        for (int i = 0; i < passes.size(); i++) {
            out.println();
            out.println("Pass " + (i + 1) + " of " + passes.size() + ": " + passes.get(i).why());
            details(passes.get(i)).print(out);
        }
        out.println();
        out.println("All passes read " + Figures.bytes(plan.bytesToRead()) + ". Nothing was run.");
    }

    private Table overview() {
        Recipe recipe = plan.recipe();
        Dataset dataset = plan.dataset();
        Table table =
                new Table()
                        .add("job", word(recipe.job()))
                        .add("mode", word(recipe.run().mode()))
                        .add("dataset", dataset.root().toAbsolutePath().normalize().toString())
                        .add("columns", Figures.number(dataset.schema().size()));
        for (Split split : dataset.splits()) {
            table.add(split.folder(), shards(List.of(split)));
        }
        if (!dataset.ignored().isEmpty()) {
            table.addWords("ignored", dataset.ignored().stream().map(this::relative).toList());
        }
        dataset.findings().forEach(finding -> table.add("text", finding));
        new TreeMap<>(dataset.opaque())
                .forEach((column, why) -> table.add("passed through", "column '" + column + "': " + why));
        dataset.warnings().forEach(warning -> table.add("warning", warning));
        table.add("output", recipe.outputPath().toAbsolutePath().normalize().toString());
        recipe.pathsElsewhere().forEach((place, path) -> table.add("elsewhere", place + ": " + path));
        return table;
    }

    private Table details(Pass pass) {
        List<Split> splits = List.copyOf(new TreeSet<>(pass.splits()));
        List<String> columns = new ArrayList<>();
        pass.columns().forEach(column -> columns.add(plan.dataset().schema().name(column)));
        String share = columns.size() + " of " + plan.dataset().schema().size();
        Table table =
                new Table()
                        .add("shards", shards(splits) + " of " + names(splits))
                        .add("columns", share + (columns.isEmpty() ? "" : ":"));
        return columns.isEmpty() ? table : table.addWords("", columns);
    }

    private String shards(List<Split> splits) {
        long count = 0;
        long bytes = 0;
        for (Split split : splits) {
            count += plan.dataset().shards(split).size();
            bytes += plan.dataset().shards(split).stream().mapToLong(shard -> shard.bytes()).sum();
        }
        return Figures.count(count, "shard") + ", " + Figures.bytes(bytes);
    }

    private String relative(Path file) {
        return plan.dataset().root().relativize(file).toString();
    }

    private static String names(List<Split> splits) {
        return String.join(", ", splits.stream().map(Split::folder).toList());
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
