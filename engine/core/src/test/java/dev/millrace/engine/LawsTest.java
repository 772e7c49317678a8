package dev.millrace.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;

import dev.millrace.engine.block.BlockSize;
import dev.millrace.engine.run.Manifest;
import dev.millrace.engine.testing.RandomDataset;
import dev.millrace.engine.testing.RandomDatasets;
import dev.millrace.engine.testing.RawCsv;
import dev.millrace.engine.testing.RecipeText;
import dev.millrace.engine.testing.Runs;
import dev.millrace.engine.testing.Seeds;
import dev.millrace.engine.testing.Tree;

import org.junit.jupiter.api.AutoClose;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// The laws of the engine, each on many generated datasets.
class LawsTest {

    private static final List<BlockSize> SIZES =
            List.of(
                    new BlockSize(1, 1),
                    new BlockSize(1, 1000),
                    new BlockSize(64, 3),
                    new BlockSize(1 << 16, 1),
                    BlockSize.DEFAULT);

    @AutoClose private final FileSystem files = Jimfs.newFileSystem(Configuration.unix());

    private final Path root = files.getPath("/data");

    @Seeds(count = 80)
    void modesAgreeForAnyNumberOfWorkersAndAnyBlockSize(long seed) throws IOException {
        RandomDataset dataset = dataset(seed);
        Path batchOutput = root.resolve("batch");
        Runs.done(recipe(dataset, batchOutput, seed).batch());
        SortedMap<String, String> batch = Tree.results(batchOutput);

        Map<String, SortedMap<String, String>> others = new LinkedHashMap<>();
        for (int workers : new int[] {1, 2, 3, 7}) {
            BlockSize size = SIZES.get((int) (seed + workers) % SIZES.size());
            Path output = root.resolve("streaming-" + workers);
            Runs.done(recipe(dataset, output, seed).streaming(workers), size);
            others.put(output + " " + size, Tree.results(output));
        }
        Path smallBatch = root.resolve("batch-small");
        Runs.done(recipe(dataset, smallBatch, seed).batch(), SIZES.getFirst());
        assertThat(Tree.results(smallBatch)).isEqualTo(batch);

        others.forEach((name, streaming) -> {
            assertThat(withPrefix(streaming, "model/")).as(name).isEqualTo(withPrefix(batch, "model/"));
            assertThat(joined(streaming)).as(name).isEqualTo(splitFiles(batch));
        });
        assertThat(others.values()).as("streaming runs").containsOnly(others.values().iterator().next());
    }

    @Seeds
    void shardNGivesAtMostShardNAndNoneWhenItHasNoRow(long seed) throws IOException {
        RandomDataset dataset = dataset(seed);
        Path output = root.resolve("out");
        Runs.done(recipe(dataset, output, seed).streaming(2));
        TreeSet<String> expected = new TreeSet<>();
        dataset.files()
                .forEach((split, shards) ->
                        shards.forEach(shard -> {
                            if (RawCsv.rows(Tree.bytes(shard)).size() > 1) {
                                expected.add(split + "/" + String.format(Locale.ROOT, "part-%05d.csv", number(shard)));
                            }
                        }));
        TreeSet<String> written = new TreeSet<>(Tree.results(output).keySet());
        written.removeIf(name -> name.startsWith("model/") || name.equals("_SUCCESS"));
        assertThat(written).isEqualTo(expected);
    }

    @Seeds
    void untouchedCellsKeepTheirBytesAndNoRowIsLost(long seed) throws IOException {
        RandomDataset dataset = dataset(seed);
        Path output = root.resolve("out");
        Manifest manifest = Runs.done(recipe(dataset, output, seed).streaming(2), SIZES.get((int) seed % SIZES.size()));
        long rows = 0;
        for (Map.Entry<String, List<Path>> split : dataset.files().entrySet()) {
            for (Path shard : split.getValue()) {
                List<RawCsv.Row> in = RawCsv.rows(Tree.bytes(shard));
                rows += Math.max(0, in.size() - 1);
                if (in.size() > 1) {
                    String name = split.getKey() + String.format(Locale.ROOT, "/part-%05d.csv", number(shard));
                    assertSameUntouched(dataset, shard, RawCsv.rows(Tree.bytes(output.resolve(name))));
                }
            }
        }
        assertThat(manifest.rows().in()).isEqualTo(rows);
        assertThat(manifest.rows().out().values().stream().mapToLong(Long::longValue).sum()).isEqualTo(rows);
        assertThat(manifest.rows().balanced()).isTrue();
    }

    @Seeds
    void equalRunsGiveEqualBytes(long seed) throws IOException {
        RandomDataset dataset = dataset(seed);
        RecipeText recipe = recipe(dataset, root.resolve("out"), seed).streaming(3);
        Runs.done(recipe);
        SortedMap<String, String> first = Tree.results(root.resolve("out"));
        Runs.done(recipe.overwriting());
        assertThat(Tree.results(root.resolve("out"))).isEqualTo(first);
    }

    private RandomDataset dataset(long seed) throws IOException {
        return RandomDatasets.write(seed, root.resolve("in"));
    }

    private static RecipeText recipe(RandomDataset dataset, Path output, long seed) {
        return dataset.recipe(output, "countThreshold", seed % 6, "maxUniqueThreshold", 3 + seed % 20);
    }

    private static int number(Path shard) {
        return Integer.parseInt(shard.getFileName().toString().replaceAll("\\D", ""));
    }

    private static void assertSameUntouched(RandomDataset dataset, Path shard, List<RawCsv.Row> out) {
        List<RawCsv.Row> in = RawCsv.rows(Tree.bytes(shard));
        assertThat(out).as("%s: header and rows", shard).hasSameSizeAs(in);
        List<String> order = header(shard);
        for (int row = 1; row < in.size(); row++) {
            for (int column = 0; column < dataset.columns().size(); column++) {
                String name = dataset.columns().get(column);
                if (!dataset.fields().contains(name)) {
                    assertThat(out.get(row).cells().get(column))
                            .as("%s, row %d, column %s", shard, row, name)
                            .isEqualTo(in.get(row).cells().get(order.indexOf(name)));
                }
            }
            String end = in.get(row).end();
            assertThat(out.get(row).end())
                    .as("%s, end of row %d", shard, row)
                    .isEqualTo(end.isEmpty() ? in.getFirst().end() : end);
        }
    }

    private static List<String> header(Path shard) {
        byte[] bytes = Tree.bytes(shard).getBytes(StandardCharsets.ISO_8859_1);
        String text = new String(bytes, StandardCharsets.UTF_8).replace("\uFEFF", "");
        return RawCsv.values(text).getFirst().stream().map(name -> name.replace("__DOT__", ".")).toList();
    }

    private static SortedMap<String, String> withPrefix(SortedMap<String, String> files, String prefix) {
        return files.entrySet().stream()
                .filter(file -> file.getKey().startsWith(prefix))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (a, b) -> a, TreeMap::new));
    }

    /// The header and the bodies of each split's shards, in shard order.
    private static SortedMap<String, String> joined(SortedMap<String, String> streaming) {
        SortedMap<String, List<String>> shards = new TreeMap<>();
        streaming.forEach((name, text) -> {
            if (name.contains("/part-")) {
                shards.computeIfAbsent(name.substring(0, name.indexOf('/')) + ".csv", _ -> new ArrayList<>()).add(text);
            }
        });
        SortedMap<String, String> joined = new TreeMap<>();
        shards.forEach((split, texts) -> {
            RawCsv.Row header = RawCsv.rows(texts.getFirst()).getFirst();
            String head = String.join(",", header.cells()) + header.end();
            assertThat(texts).allMatch(text -> text.startsWith(head));
            joined.put(
                    split,
                    head + texts.stream().map(text -> text.substring(head.length())).collect(Collectors.joining()));
        });
        return joined;
    }

    private static SortedMap<String, String> splitFiles(SortedMap<String, String> batch) {
        SortedMap<String, String> files = new TreeMap<>(batch);
        files.keySet().removeIf(name -> name.contains("/") || name.equals("_SUCCESS"));
        return files;
    }
}
