package dev.millrace.engine.jsonlines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import dev.millrace.engine.block.BlockSize;
import dev.millrace.engine.dataset.Dataset;
import dev.millrace.engine.problem.DataException;
import dev.millrace.engine.recipe.BadRowPolicy;
import dev.millrace.engine.run.Manifest;
import dev.millrace.engine.run.RunResult;
import dev.millrace.engine.testing.RecipeText;
import dev.millrace.engine.testing.Runs;
import dev.millrace.engine.testing.Seeds;
import dev.millrace.engine.testing.SharedData;
import dev.millrace.engine.testing.Tree;

import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.GZIPOutputStream;

/// What is wrong is told with file, line, character, an excerpt, and what to do.
class JsonErrorsTest {

    @TempDir private Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"a\":NaN}             | expected a value but found 'N' at character 6: {\"a\":NaN}. A value is",
                "{\"a\":                 | expected a value but found the end of the line at character 6: {\"a\":. A"
                        + " value is",
                "{\"a\":1,}              | expected a key in double quotes but found '}' at character 8",
                "{'a':1}                 | expected a key in double quotes but found a single quote at character 2",
                "{\"a\" 1}               | expected a colon but found '1' at character 6",
                "{\"a\":1 \"b\":2}       | expected a comma or } but found '\"' at character 8",
                "{\"a\":01}              | expected a comma or } but found '1' at character 7",
                "{\"a\":1.}              | expected a digit but found '}' at character 8",
                "{\"a\":[1,2}            | expected a comma or ] but found '}' at character 10",
                "{\"a\":\"x              | expected the closing quote of a text but found the end of the line at"
                        + " character 8",
                "{\"a\":\"\\x\"}         | expected one of \" \\ / b f n r t u after a backslash but found 'x' at"
                        + " character 8",
                "{\"ä\":\"\\u00zz\"}     | expected a hexadecimal digit but found 'z' at character 11",
                "{\"a\":\"\\ud800\"}     | half of a character",
                "{\"a\":1,\"\\u0061\":2} | the key appears twice at character 8: {\"a\":1,\"\\u0061\":2}. Give each"
                        + " value",
                "{\"a.b\":1,\"a__DOT__b\":2} | the key appears twice",
                "[1,2]                   | expected an object but found '[' at character 1: [1,2]. Write each row as an"
                        + " object",
                "{\"a\":1} {\"a\":2}     | expected the end of the line but found '{' at character 9",
                "{\"a\":1}}              | expected the end of the line but found '}' at character 8",
                "{\"a\":tru}             | expected a value but found 't' at character 6",
            })
    void aBadLineIsNamed(String line, String message) {
        assertThatThrownBy(() -> read(".jsonl", "{\"a\":0}\n\n" + line + "\n{\"a\":3}\n"))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("part-00001.jsonl, line 3: ")
                .hasMessageContaining(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"a\":1}                     | 1 | expected an array of objects but found '{' at character 1",
                "[{\"a\":1},]                  | 1 | expected an object but found ']' at character 10",
                "[{\"a\":1}~{\"a\":2}]         | 2 | expected a comma or ] but found '{' at character 1",
                "[{\"a\":1},~ 3]               | 2 | expected an object but found '3' at character 1 of the row",
                "[{\"a\":1},~{\"a\":~[1         | 3 | expected a comma or ] but found the end of the file at character"
                        + " 3",
                "[{\"a\":1}                    | 1 | expected a comma or ] but found the end of the file at character"
                        + " 9",
                "[                             | 1 | expected an object but found the end of the file at character 2",
                "[] []                         | 1 | expected the end of the file but found '[' at character 4",
                "[~{\"a\":1,~\"ä\": \"\",\"a\":2}] | 2 | the key appears twice at character 17 of the row",
                "[{\"a\":1},{\"a\":\"x},~{\"a\":2}] | 1 | expected the closing quote of a text but found the end of the"
                        + " line",
            })
    void aBadArrayIsNamed(String text, int line, String message) {
        String finding = message.endsWith("[") ? message.substring(0, message.length() - 1) : message;
        assertThatThrownBy(() -> read(".json", text.replace('~', '\n')))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("part-00001.json, line " + line + ": ")
                .hasMessageContaining(finding);
    }

    @Test
    void aLineOfACompressedFileIsCountedInItsText() throws IOException {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(content)) {
            gzip.write("{\"a\":1}\n{\"a\":}\n".getBytes(StandardCharsets.UTF_8));
        }
        Dataset dataset = JsonFiles.dataset(folder, ".jsonl.gz", content.toByteArray());
        assertThatThrownBy(() -> JsonFiles.values(dataset, new BlockSize(5, 1)))
                .hasMessageContaining("part-00001.jsonl.gz, line 2: expected a value but found '}' at character 6");
    }

    @Test
    void undecodableBytesAreRefusedWhetherOrNotAnyoneLooksAtThem() {
        for (String bytes :
                List.of("\u00E9", "\u00C0\u0080", "\u00ED\u00A0\u0080", "\u00F4\u0090\u0080\u0080", "\u00E2\u0082")) {
            byte[] content = ("{\"a\":[\"" + bytes + "\"]}").getBytes(StandardCharsets.ISO_8859_1);
            assertThatThrownBy(() -> JsonFiles.dataset(folder, ".jsonl", content))
                    .hasMessageContaining("line 1: the text is not UTF-8 at character 7");
        }
    }

    @Test
    void utf16WithAMarkIsRead() throws IOException {
        byte[] utf16 = "\uFEFF[{\"ä\":1},\n{\"ä\":\"ß\"}]".getBytes(StandardCharsets.UTF_16LE);
        Dataset dataset = JsonFiles.dataset(folder, ".json", utf16);
        assertThat(dataset.schema().columns()).containsExactly("ä");
        assertThat(JsonFiles.values(dataset, new BlockSize(3, 1))).containsExactly(List.of("1"), List.of("ß"));
    }

    @Seeds(count = 30)
    void badLinesAreSetAsideForAnyBlockSizeAndMode(long seed) {
        Random random = new Random(seed);
        List<String> bad =
                List.of(
                        "{\"id\":1",
                        "nothing",
                        "{\"id\":\"\\ud800\"}",
                        "[]",
                        "{\"id\":1,\"id\":1}",
                        "{\"x\":\u0001}",
                        "{}x");
        List<String> good = new ArrayList<>();
        List<String> rejected = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        for (int line = 1; line <= 60; line++) {
            boolean isBad = line == 1 || random.nextInt(4) == 0;
            String row = isBad ? bad.get(random.nextInt(bad.size())) : "{\"id\":" + line + "}";
            text.append(row).append(random.nextBoolean() ? "\n" : "\r\n");
            if (isBad) {
                rejected.add("part-00001.jsonl," + line + ",,");
            } else {
                good.add(row);
            }
        }
        Tree.write(folder.resolve("in/part-00001.jsonl"), text.toString());
        RecipeText recipe = RecipeText.of(folder.resolve("in"), folder.resolve("out"));

        Set<String> files = new TreeSet<>();
        for (BlockSize size : JsonFiles.SIZES) {
            Manifest manifest = quarantined(recipe.streaming(1).overwriting(), size);
            assertThat(manifest.rows().in()).isEqualTo(60);
            assertThat(manifest.rows().rejected()).isEqualTo(rejected.size());
            assertThat(Tree.bytes(folder.resolve("out/train/part-00001.jsonl")).lines().toList()).isEqualTo(good);
            files.add(Tree.bytes(folder.resolve("out/rejected/part-00001.csv")));
        }
        quarantined(recipe.batch().overwriting(), BlockSize.DEFAULT);
        files.add(Tree.bytes(folder.resolve("out/rejected/part-00001.csv")));
        assertThat(files).hasSize(1);
        assertThat(
                        files.iterator()
                                .next()
                                .lines()
                                .skip(1)
                                .filter(line -> line.contains("part-00001"))
                                .map(line -> line.substring(line.indexOf("part-")))
                                .toList())
                .zipSatisfy(rejected, (line, expected) -> assertThat(line).startsWith(expected));
    }

    @Seeds(count = 30)
    void badElementsOfAnArrayAreSetAsideForAnyBlockSizeAndMode(long seed) {
        Random random = new Random(seed);
        List<String> bad =
                List.of(
                        "{\"id\":1,}",
                        "{\"id\":tru}",
                        "{\"id\":\"\\ud800\"}",
                        "{\"id\":1,\"id\":1}",
                        "{\"x\":[1,{\"}\":\"]\\\"\"},]}",
                        "[{}]",
                        "17",
                        "\"{\"",
                        "null");
        List<String> good = new ArrayList<>();
        List<String> rejected = new ArrayList<>();
        List<String> elements = new ArrayList<>();
        for (int line = 1; line <= 60; line++) {
            boolean isBad = line == 1 || random.nextInt(4) == 0;
            String row = isBad ? bad.get(random.nextInt(bad.size())) : "{\"id\":" + line + "}";
            elements.add(row);
            (isBad ? rejected : good).add(isBad ? "part-00001.json," + (line + 1) + ",," : row);
        }
        Tree.write(folder.resolve("in/part-00001.json"), "[\n" + String.join(" ,\n", elements) + "]");
        RecipeText recipe = RecipeText.of(folder.resolve("in"), folder.resolve("out"));

        Set<String> files = new TreeSet<>();
        for (BlockSize size : JsonFiles.SIZES) {
            Manifest manifest = quarantined(recipe.streaming(1).overwriting(), size);
            assertThat(manifest.rows().in()).isEqualTo(60);
            assertThat(manifest.rows().rejected()).isEqualTo(rejected.size());
            assertThat(Tree.bytes(folder.resolve("out/train/part-00001.json")))
                    .isEqualTo("[\n" + String.join(",\n", good) + "\n]\n");
            files.add(Tree.bytes(folder.resolve("out/rejected/part-00001.csv")));
        }
        assertThat(files).hasSize(1);
        assertThat(files.iterator().next().lines().skip(1).map(line -> line.substring(line.indexOf("part-"))).toList())
                .zipSatisfy(rejected, (line, expected) -> assertThat(line).startsWith(expected));
    }

    private static Manifest quarantined(RecipeText recipe, BlockSize size) {
        return switch (Runs.run(Copying.recipe(recipe, BadRowPolicy.QUARANTINE), size)) {
            case RunResult.Done(Manifest manifest) -> manifest;
            case RunResult other -> Assertions.fail(other.toString());
        };
    }

    @Test
    void aByteOrderMarkBlankLinesAndAnyLineBreakAreFine() throws IOException {
        String text = "\uFEFF\n {\"a\":1} \r\n\r\n\t{\"a\":2}\r{\"a\":3}";
        Dataset dataset = JsonFiles.dataset(folder, ".jsonl", text);
        for (BlockSize size : JsonFiles.SIZES) {
            assertThat(JsonFiles.values(dataset, size)).containsExactly(List.of("1"), List.of("2"), List.of("3"));
            assertThat(JsonFiles.written(dataset, dataset.type().format(), size, (block, edits) -> {}))
                    .isEqualTo(" {\"a\":1} \r\n\t{\"a\":2}\r{\"a\":3}\n");
        }
    }

    @Test
    void nestingIsLimitedWithTheRowsObjectCounted() throws IOException {
        String most = "[".repeat(ValueScanner.MOST_DEPTH - 1) + "]".repeat(ValueScanner.MOST_DEPTH - 1);

        assertThat(read(".jsonl", "{\"a\":" + most + "}")).containsExactly(List.of(most));
        assertThatThrownBy(() -> read(".jsonl", "{\"a\":[" + most + "]}"))
                .hasMessageContaining("values are nested more than 200 deep at character 205 after … [[[");
    }

    @Test
    void moreKeysThanAnyTableHasAreRefused() {
        StringBuilder text = new StringBuilder();
        for (int row = 0; row <= KeyTable.MOST_KEYS; row++) {
            text.append("{\"key-").append(row).append("\":1}\n");
        }
        assertThatThrownBy(() -> read(".jsonl", text.toString()))
                .hasMessageContaining("line 65537: the rows have more than 65536 different keys");
    }

    @ParameterizedTest
    @ValueSource(strings = {"deep_nest", "dup_key", "truncated", "nan", "not_object"})
    void hostileFilesAreRefused(String name) {
        Path file = SharedData.path("corpora/hostile/" + name + ".jsonl");
        Assertions.assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> JsonFiles.values(JsonFiles.dataset(file), BlockSize.DEFAULT))
                .withMessageContaining(name + ".jsonl, line " + (name.equals("truncated") ? 2 : 1));
    }

    @Test
    void oddFilesAreRead() throws IOException {
        Dataset mixed = JsonFiles.dataset(SharedData.path("corpora/hostile/mixed_types.jsonl"));
        assertThat(mixed.schema().columns()).containsExactly("a", "b");
        assertThat(JsonFiles.values(mixed, BlockSize.DEFAULT))
                .containsExactly(
                        List.of("1", ""),
                        List.of("x", ""),
                        List.of("", ""),
                        List.of("", "true"),
                        List.of("{\"c\":1}", ""));

        Dataset gadget = JsonFiles.dataset(SharedData.path("corpora/hostile/type_gadget.jsonl"));
        assertThat(JsonFiles.values(gadget, BlockSize.DEFAULT))
                .containsExactly(List.of("javax.naming.InitialContext", "java.net.URL", "1"));
    }

    @Test
    void aNumberOfAMillionDigitsIsPassedThrough() {
        Path file = SharedData.path("corpora/hostile/bigint.jsonl");
        assertTimeout(
                Duration.ofSeconds(20),
                () -> {
                    Dataset dataset = JsonFiles.dataset(file);
                    assertThat(JsonFiles.values(dataset, new BlockSize(1 << 10, 10)).getFirst().getFirst())
                            .hasSize(1_000_000);
                    String same =
                            JsonFiles.written(
                                    dataset,
                                    dataset.type().format(),
                                    BlockSize.DEFAULT,
                                    (block, edits) -> assertThat(block.column(0).number(0)).isInfinite());
                    assertThat(same).isEqualTo(Tree.bytes(file));
                });
    }

    private List<List<String>> read(String ending, String text) throws IOException {
        return JsonFiles.values(JsonFiles.dataset(folder, ending, text), new BlockSize(40, 2));
    }
}
