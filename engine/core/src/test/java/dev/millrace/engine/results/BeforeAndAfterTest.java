package dev.millrace.engine.results;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.engine.Engine;
import dev.millrace.engine.dataset.Shard;
import dev.millrace.engine.run.Manifest;
import dev.millrace.engine.testing.RecipeText;
import dev.millrace.engine.testing.Runs;
import dev.millrace.engine.testing.Seeds;
import dev.millrace.engine.testing.Tree;

import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// Rows of the input find the rows that were made of them.
class BeforeAndAfterTest {

    private static final int SHARDS = 3;

    @TempDir private Path folder;

    /// Writes shards with ids that tell all rows apart; some of their other cells are missing.
    private RecipeText recipe(Random random) {
        int id = 0;
        for (int shard = 1; shard <= SHARDS; shard++) {
            StringBuilder rows = new StringBuilder("country,age,id,label\n");
            int count = 1 + random.nextInt(700);
            for (int row = 0; row < count; row++) {
                String age = random.nextInt(3) == 0 ? "" : String.valueOf(random.nextInt(90));
                rows.append("c").append(random.nextInt(5)).append(',').append(age).append(',').append(id++);
                rows.append(',').append(random.nextInt(2)).append('\n');
            }
            Tree.write(folder.resolve("in/part-0000" + shard + ".csv"), rows.toString());
        }
        return RecipeText.of(folder.resolve("in"), folder.resolve("out")).label("label");
    }

    private Results.Finished run(RecipeText recipe) {
        Runs.done(recipe);
        return (Results.Finished) Results.in(folder.resolve("out"));
    }

    private static List<ComparedRow> all(BeforeAndAfter rows, int page) {
        List<ComparedRow> all = new ArrayList<>();
        for (List<ComparedRow> next = rows.next(page); !next.isEmpty(); next = rows.next(page)) {
            all.addAll(next);
        }
        return all;
    }

    private static Map<String, Long> written(List<ComparedRow> rows) {
        Map<String, Long> written = new HashMap<>();
        rows.stream().filter(ComparedRow::isWritten).forEach(row -> written.merge(row.split(), 1L, Long::sum));
        return written;
    }

    private static void assertMadeOf(List<ComparedRow> rows) {
        assertThat(rows).filteredOn(ComparedRow::isWritten).allMatch(row -> !row.isChanged(2), "the id is the same");
    }

    @Seeds(count = 20)
    void everyRowThatWasWrittenIsFoundInStreaming(long seed) {
        Random random = new Random(seed);
        Results.Finished results =
                run(
                        recipe(random)
                                .strategy("tabular-split")
                                .strategy("missing-value-imputation")
                                .riskTable(List.of("country"), "1")
                                .streaming(2));
        ShardComparison comparison = new Engine().comparison(results);
        List<ComparedRow> rows = new ArrayList<>();
        for (Shard shard : comparison.shards()) {
            rows.addAll(all(comparison.of(shard), 1 + random.nextInt(500)));
        }
        assertMadeOf(rows);
        assertThat(written(rows)).isEqualTo(nonZero(results.manifest()));
        assertThat(rows).filteredOn(ComparedRow::isWritten).allMatch(row -> row.isChanged(0), "country is a risk");
        assertThat(rows).hasSize(Math.toIntExact(results.manifest().rows().in()));
    }

    @Seeds(count = 20)
    void everyRowThatWasWrittenIsFoundInBatchAndDrawnWithReplacement(long seed) {
        Random random = new Random(seed);
        Results.Finished results =
                run(
                        recipe(random)
                                .strategy("tabular-split")
                                .strategy(
                                        "stratified-sampling",
                                        "strataColumn",
                                        "country",
                                        "targetSize",
                                        40,
                                        "minPerStratum",
                                        1 + random.nextInt(50),
                                        "replacement",
                                        seed % 2 == 0)
                                .batch());
        ShardComparison comparison = new Engine().comparison(results);
        assertThat(comparison.shards()).hasSize(1);
        List<ComparedRow> rows = all(comparison.of(comparison.shards().getFirst()), 100);
        assertMadeOf(rows);
        Manifest.Rows counts = results.manifest().rows();
        long different = counts.out().values().stream().mapToLong(Long::longValue).sum() - counts.repeated();
        assertThat(rows.stream().filter(ComparedRow::isWritten).count()).isEqualTo(different);
        assertThat(rows).hasSize(Math.toIntExact(counts.in()));
    }

    private static Map<String, Long> nonZero(Manifest manifest) {
        Map<String, Long> counts = new HashMap<>(manifest.rows().out());
        counts.values().removeIf(count -> count == 0);
        return counts;
    }
}
