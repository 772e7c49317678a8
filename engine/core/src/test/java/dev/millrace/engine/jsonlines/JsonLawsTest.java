package dev.millrace.engine.jsonlines;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.engine.block.BlockSize;
import dev.millrace.engine.run.Manifest;
import dev.millrace.engine.testing.RandomDataset;
import dev.millrace.engine.testing.RandomDatasets;
import dev.millrace.engine.testing.Runs;
import dev.millrace.engine.testing.Seeds;
import dev.millrace.engine.testing.Tree;

import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// The laws of the engine on JSON, and one more: the same data in another format give the same artifacts.
class JsonLawsTest {

    @TempDir private Path root;

    @Seeds(count = 25)
    void linesKeepTheLaws(long seed) throws IOException {
        assertLaws(seed, ".jsonl");
    }

    @Seeds(count = 25)
    void arraysKeepTheLaws(long seed) throws IOException {
        assertLaws(seed, ".json");
    }

    private void assertLaws(long seed, String ending) throws IOException {
        RandomDataset original = RandomDatasets.write(seed, root.resolve("csv"));
        Object[] settings = {"countThreshold", seed % 6, "maxUniqueThreshold", 3 + seed % 20};
        JsonCopy copy = JsonCopy.write(original, root.resolve("in"), ending, seed);

        Runs.done(original.recipe(root.resolve("out-csv"), settings).batch());
        Manifest manifest = Runs.done(copy.recipe(root.resolve("batch"), settings).batch());
        SortedMap<String, String> batch = Tree.results(root.resolve("batch"));
        assertThat(model(batch)).isEqualTo(model(Tree.results(root.resolve("out-csv"))));
        assertThat(manifest.rows().in()).isEqualTo(copy.rows().values().stream().mapToLong(List::size).sum());
        assertThat(manifest.rows().balanced()).isTrue();

        List<SortedMap<String, String>> streamed = new ArrayList<>();
        for (int workers : new int[] {1, 2, 5}) {
            BlockSize size = JsonFiles.SIZES.get((int) (seed + workers) % JsonFiles.SIZES.size());
            Path output = root.resolve("streaming-" + workers);
            Runs.done(copy.recipe(output, settings).streaming(workers), size);
            streamed.add(Tree.results(output));
        }
        assertThat(streamed).containsOnly(streamed.getFirst());
        assertThat(model(streamed.getFirst())).isEqualTo(model(batch));
        assertThat(joined(streamed.getFirst(), ending)).isEqualTo(splitFiles(batch));
        assertOneToOneAndUntouched(copy, streamed.getFirst());
    }

    private static void assertOneToOneAndUntouched(JsonCopy copy, SortedMap<String, String> out) {
        TreeSet<String> expected = new TreeSet<>();
        copy.rows()
                .forEach((name, rows) -> {
                    if (!rows.isEmpty()) {
                        String split = name.contains("/") ? name.substring(0, name.indexOf('/')) : "train";
                        int number = Integer.parseInt(name.replaceAll(".*part-|\\..*", ""));
                        String file = split + String.format(Locale.ROOT, "/part-%05d", number) + copy.ending();
                        expected.add(file);
                        assertUntouched(copy, rows, elements(utf8(out.get(file)), copy.ending()), file);
                    }
                });
        TreeSet<String> written = new TreeSet<>(out.keySet());
        written.removeIf(name -> !name.contains("/part-"));
        assertThat(written).isEqualTo(expected);
    }

    private static void assertUntouched(JsonCopy copy, List<String> in, List<String> out, String file) {
        assertThat(out).as(file).hasSameSizeAs(in);
        for (int row = 0; row < in.size(); row++) {
            Members before = Members.of(in.get(row));
            Members after = Members.of(out.get(row));
            List<String> keys = List.copyOf(before.notations().keySet());
            List<String> keysAfter = List.copyOf(after.notations().keySet());
            assertThat(keysAfter.subList(0, keys.size())).isEqualTo(keys);
            assertThat(copy.original().fields()).containsAll(keysAfter.subList(keys.size(), keysAfter.size()));
            assertThat(after.between().subList(0, keys.size())).isEqualTo(before.between().subList(0, keys.size()));
            assertThat(after.between().getLast()).endsWith(before.between().getLast().replace("{", ""));
            for (String key : keys) {
                if (!copy.original().fields().contains(key.replace("__DOT__", "."))) {
                    assertThat(after.notations().get(key)).isEqualTo(before.notations().get(key));
                }
            }
        }
    }

    /// The objects of a written file, as texts.
    private static List<String> elements(String text, String ending) {
        if (ending.equals(".jsonl")) {
            assertThat(text).endsWith("\n");
            return text.lines().toList();
        }
        assertThat(text).startsWith("[\n").endsWith("\n]\n");
        List<String> elements = new ArrayList<>();
        int depth = 0;
        int start = 2;
        boolean quoted = false;
        for (int at = 2; at < text.length() - 3; at++) {
            char character = text.charAt(at);
            if (quoted && character == '\\') {
                at++;
            } else if (character == '"') {
                quoted = !quoted;
            } else if (!quoted && (character == '{' || character == '}')) {
                depth += character == '{' ? 1 : -1;
                if (depth == 0) {
                    elements.add(text.substring(start, at + 1));
                    start = at + 3;
                }
            }
        }
        return elements;
    }

    private static String utf8(String bytes) {
        return new String(bytes.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }

    private static Map<String, String> model(SortedMap<String, String> files) {
        return files.entrySet().stream()
                .filter(file -> file.getKey().startsWith("model/"))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /// What the file of each split must be: the bodies of its shards.
    private static SortedMap<String, String> joined(SortedMap<String, String> streaming, String ending) {
        SortedMap<String, List<String>> bodies = new TreeMap<>();
        streaming.forEach((name, text) -> {
            if (name.contains("/part-")) {
                String split = name.substring(0, name.indexOf('/')) + ending;
                boolean lines = ending.equals(".jsonl");
                bodies.computeIfAbsent(split, _ -> new ArrayList<>())
                        .add(lines ? text : text.substring(2, text.length() - 3));
            }
        });
        SortedMap<String, String> joined = new TreeMap<>();
        bodies.forEach((split, texts) ->
                joined.put(
                        split,
                        ending.equals(".jsonl")
                                ? String.join("", texts)
                                : "[\n" + String.join(",\n", texts) + "\n]\n"));
        return joined;
    }

    private static SortedMap<String, String> splitFiles(SortedMap<String, String> batch) {
        SortedMap<String, String> files = new TreeMap<>(batch);
        files.keySet().removeIf(name -> name.contains("/") || name.equals("_SUCCESS"));
        return files;
    }
}
