package dev.millrace.engine.parquet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.engine.block.BlockSize;
import dev.millrace.engine.parquet.Reference.Triple;
import dev.millrace.engine.run.Manifest;
import dev.millrace.engine.stats.Numbers;
import dev.millrace.engine.testing.RawCsv;
import dev.millrace.engine.testing.RecipeText;
import dev.millrace.engine.testing.Runs;
import dev.millrace.engine.testing.Seeds;
import dev.millrace.engine.testing.Tree;

import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;

/// The laws of runs, on generated Parquet shards; values are read back by parquet-java.
class ParquetLawsTest {

    private static final List<String> FIELDS = List.of("word", "count", "flag", "price", "ratio", "day");

    @TempDir private Path folder;

    @Seeds(count = 15)
    void whatNoStrategyTouchesKeepsEveryValueAndLevel(long seed) throws IOException {
        Map<Integer, Path> shards = RandomShards.write(seed, folder.resolve("in"));
        Random random = new Random(seed);

        Runs.done(copy(recipe("out")).streaming(1 + random.nextInt(3)), size(random));

        for (Map.Entry<Integer, Path> shard : shards.entrySet()) {
            assertSame(shard.getValue(), folder.resolve("out/train").resolve(shard.getValue().getFileName()));
        }
    }

    @Seeds(count = 8)
    void theFileOfBatchHasTheRowsOfAllShards(long seed) throws IOException {
        Map<Integer, Path> shards = RandomShards.write(seed, folder.resolve("in"));

        Runs.done(copy(recipe("out")).batch(), size(new Random(seed)));

        assertThat(Reference.triples(folder.resolve("out/train.parquet"))).isEqualTo(joined(shards.values()));
    }

    @Seeds(count = 15)
    void riskTablesAreThoseOfTheSameDataAsText(long seed) throws IOException {
        Map<Integer, Path> shards = RandomShards.write(seed, folder.resolve("in"));
        Map<Integer, Path> texts = asCsv(shards);
        Random random = new Random(seed);
        RecipeText recipe = risk(recipe("out"));

        Manifest manifest = Runs.done(recipe.streaming(1 + random.nextInt(3)), size(random));
        Runs.done(risk(RecipeText.of(folder.resolve("csv"), folder.resolve("out-csv")).label("label")).streaming(1));

        assertThat(manifest.rows().balanced()).isTrue();
        assertThat(Tree.files(folder.resolve("out/model"))).isEqualTo(Tree.files(folder.resolve("out-csv/model")));
        for (Map.Entry<Integer, Path> shard : shards.entrySet()) {
            String name = shard.getValue().getFileName().toString();
            Path out = folder.resolve("out/train").resolve(name);
            Path text = folder.resolve("out-csv/train").resolve(texts.get(shard.getKey()).getFileName());
            if (Files.exists(text)) {
                assertMapped(shard.getValue(), out, text);
            } else {
                assertThat(out).doesNotExist();
            }
        }
    }

    @Seeds(count = 8)
    void bytesDependOnNeitherWorkersNorBlocks(long seed) throws IOException {
        RandomShards.write(seed, folder.resolve("in"));
        Random random = new Random(seed);

        Runs.done(risk(recipe("one")).streaming(1));
        Runs.done(risk(recipe("two")).streaming(3), size(random));
        Runs.done(risk(recipe("three")).batch(), size(random));
        Runs.done(risk(recipe("four")).batch());

        SortedMap<String, String> one = Tree.results(folder.resolve("one"));
        SortedMap<String, String> batch = Tree.results(folder.resolve("three"));
        assertThat(Tree.results(folder.resolve("two"))).isEqualTo(one);
        assertThat(Tree.results(folder.resolve("four"))).isEqualTo(batch);
        assertThat(Tree.files(folder.resolve("three/model"))).isEqualTo(Tree.files(folder.resolve("one/model")));
        List<Path> parts = new ArrayList<>();
        Tree.names(folder.resolve("one/train")).forEach(name -> parts.add(folder.resolve("one/train").resolve(name)));
        assertThat(Reference.triples(folder.resolve("three/train.parquet"))).isEqualTo(joined(parts));
        assertThat(Reference.footer(folder.resolve("three/train.parquet")).getFileMetaData().getSchema())
                .isEqualTo(Reference.footer(parts.getFirst()).getFileMetaData().getSchema());
    }

    private RecipeText recipe(String output) {
        return RecipeText.of(folder.resolve("in"), folder.resolve(output)).label("label");
    }

    private static RecipeText risk(RecipeText recipe) {
        return recipe.riskTable(FIELDS, "1", "maxUniqueThreshold", 100);
    }

    /// A recipe whose only strategy leaves its field untouched.
    private static RecipeText copy(RecipeText recipe) {
        return recipe.riskTable(List.of("code"), "1", "maxUniqueThreshold", 2);
    }

    private static BlockSize size(Random random) {
        return new BlockSize(1 << random.nextInt(16), 1 + random.nextInt(100));
    }

    private static void assertSame(Path in, Path out) throws IOException {
        Map<String, List<Triple>> expected = Reference.triples(in);
        if (expected.get("label").isEmpty()) {
            assertThat(out).doesNotExist();
            return;
        }
        assertThat(Reference.triples(out)).isEqualTo(expected);
        var before = Reference.footer(in).getFileMetaData();
        var after = Reference.footer(out).getFileMetaData();
        assertThat(after.getSchema()).isEqualTo(before.getSchema());
        assertThat(after.getKeyValueMetaData()).isEqualTo(before.getKeyValueMetaData());
        assertThat(codec(out)).isEqualTo(codec(in));
    }

    private static Object codec(Path file) {
        return Reference.footer(file).getBlocks().getFirst().getColumns().getFirst().getCodec();
    }

    /// Mapped columns are what the text run wrote, all others what they were.
    private static void assertMapped(Path in, Path out, Path text) throws IOException {
        Map<String, List<Triple>> before = Reference.triples(in);
        Map<String, List<Triple>> after = Reference.triples(out);
        Map<String, List<String>> cells = cells(text);
        for (String column : before.keySet()) {
            if (!FIELDS.contains(column)) {
                assertThat(after.get(column)).as(column).isEqualTo(before.get(column));
            }
        }
        Map<String, List<String>> mapped = Ours.texts(out, BlockSize.DEFAULT);
        for (String column : FIELDS) {
            if (Reference.footer(out).getFileMetaData().getSchema().getType(column).toString().contains("double")) {
                assertThat(mapped.get(column).stream().map(Numbers::parse))
                        .as(column)
                        .isEqualTo(cells.get(column).stream().map(Numbers::parse).toList());
            } else {
                assertThat(mapped.get(column)).as(column).isEqualTo(cells.get(column));
            }
        }
    }

    private static Map<String, List<Triple>> joined(Iterable<Path> files) throws IOException {
        Map<String, List<Triple>> joined = new LinkedHashMap<>();
        for (Path file : files) {
            Reference.triples(file)
                    .forEach((name, triples) -> joined.computeIfAbsent(name, _ -> new ArrayList<>()).addAll(triples));
        }
        return joined;
    }

    /// The columns that can be looked at, as CSV with the same shard numbers.
    private Map<Integer, Path> asCsv(Map<Integer, Path> shards) throws IOException {
        Map<Integer, Path> files = new LinkedHashMap<>();
        for (Map.Entry<Integer, Path> shard : shards.entrySet()) {
            Map<String, List<String>> columns = Ours.texts(shard.getValue(), BlockSize.DEFAULT);
            StringBuilder text = new StringBuilder(String.join(",", columns.keySet())).append('\n');
            for (int row = 0; row < columns.get("label").size(); row++) {
                int current = row;
                text.append(
                                String.join(
                                        ",",
                                        columns.values().stream()
                                                .map(cells -> '"' + cells.get(current).replace("\"", "\"\"") + '"')
                                                .toList()))
                        .append('\n');
            }
            String name = String.format(Locale.ROOT, "part-%05d.csv", shard.getKey());
            files.put(shard.getKey(), Tree.write(folder.resolve("csv").resolve(name), text.toString()));
        }
        return files;
    }

    private static Map<String, List<String>> cells(Path csv) throws IOException {
        List<List<String>> records = RawCsv.values(Files.readString(csv));
        Map<String, List<String>> cells = new LinkedHashMap<>();
        for (int column = 0; column < records.getFirst().size(); column++) {
            int current = column;
            cells.put(
                    records.getFirst().get(column),
                    records.stream().skip(1).map(record -> record.get(current)).toList());
        }
        return cells;
    }
}
