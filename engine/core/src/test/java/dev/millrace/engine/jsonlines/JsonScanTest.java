package dev.millrace.engine.jsonlines;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.engine.block.Block;
import dev.millrace.engine.block.BlockSize;
import dev.millrace.engine.block.Edits;
import dev.millrace.engine.block.Replacements;
import dev.millrace.engine.dataset.Dataset;
import dev.millrace.engine.dataset.ShardFormat;
import dev.millrace.engine.problem.DataException;
import dev.millrace.engine.testing.Seeds;

import org.junit.jupiter.api.io.TempDir;

import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

/// What is found in random JSON is what Jackson finds, for every size of blocks.
class JsonScanTest {

    private static final JsonMapper STRICT =
            JsonMapper.builder(JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build())
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .build();

    @TempDir private Path folder;

    @Seeds(count = 150)
    void valuesOfLinesAreThoseOfJackson(long seed) throws IOException {
        Random random = new Random(seed);
        List<String> objects = objects(random, false);
        String text =
                objects.stream()
                        .map(object -> object + (random.nextInt(9) == 0 ? " \t" : "") + lineBreak(random))
                        .collect(Collectors.joining());
        assertSameValues(".jsonl", random.nextInt(3) == 0 ? text.stripTrailing() : text, objects);
    }

    @Seeds(count = 150)
    void valuesOfArraysAreThoseOfJackson(long seed) throws IOException {
        Random random = new Random(seed);
        List<String> objects = objects(random, true);
        assertSameValues(".json", array(random, objects), objects);
    }

    @Seeds(count = 150)
    void untouchedBytesStayAndEditsReplaceNothingButTheValue(long seed) throws IOException {
        Random random = new Random(seed);
        boolean array = random.nextBoolean();
        List<String> objects = objects(random, array);
        String text = array ? array(random, objects) : String.join("\n", objects) + "\n";
        Dataset dataset = JsonFiles.dataset(folder, array ? ".json" : ".jsonl", text);
        int edited = random.nextInt(dataset.schema().size());
        String key = dataset.schema().name(edited);

        List<String> expected = new ArrayList<>();
        for (int row = 0; row < objects.size(); row++) {
            expected.add(
                    row % 3 == 0
                            ? objects.get(row)
                            : replaced(objects.get(row), key, row % 3 == 1 ? "0.25" : "\"x\\\"\""));
        }
        for (BlockSize size : JsonFiles.SIZES) {
            assertThat(JsonFiles.written(dataset, dataset.type().format(), size, new EveryThirdRowStays(edited)))
                    .isEqualTo(
                            array
                                    ? "[\n" + String.join(",\n", expected) + "\n]\n"
                                    : String.join("\n", expected) + "\n");
        }
    }

    @Seeds(count = 100)
    void anArrayBecomesLinesAndLinesAnArrayOfTheSameValues(long seed) throws IOException {
        Random random = new Random(seed);
        boolean array = random.nextBoolean();
        List<String> objects = objects(random, array);
        String text = array ? array(random, objects) : String.join("\n", objects);
        Dataset dataset = JsonFiles.dataset(folder, array ? ".json" : ".jsonl", text);
        ShardFormat other = array ? ShardFormat.JSONL : ShardFormat.JSON;

        String written = JsonFiles.written(dataset, other, new BlockSize(64, 7), (block, edits) -> {});

        JsonNode found = STRICT.readTree(array ? "[" + written.replace("\n", ",").replaceAll(",$", "") + "]" : written);
        assertThat(found).isEqualTo(STRICT.readTree("[" + String.join(",", objects) + "]"));
        if (array) {
            assertThat(written.lines()).hasSameSizeAs(objects);
        }
    }

    /// One character of a line is changed; the line is refused if and only if Jackson refuses it.
    @Seeds(count = 600)
    void whatIsNoJsonIsRefused(long seed) throws IOException {
        Random random = new Random(seed);
        String object = new RandomJson(random, false).object().replaceAll("[^\\x00-\\x7e]", "x");
        int at = random.nextInt(object.length());
        String bad =
                object.substring(0, at)
                        + "{}[]:,\"\\ 0-.eEtnu\u0000\u0001'x/+".charAt(random.nextInt(23))
                        + object.substring(at + random.nextInt(2));
        boolean refused = false;
        try {
            JsonFiles.values(JsonFiles.dataset(folder, ".jsonl", "{}\n" + bad), new BlockSize(30, 10));
        } catch (DataException problem) {
            refused = true;
            assertThat(problem).hasMessageContaining("part-00001.jsonl, line 2: ");
        }
        assertThat(refused).as(bad).isEqualTo(isRefusedByJackson(bad));
    }

    private static boolean isRefusedByJackson(String object) {
        try {
            return !STRICT.readTree(object).isObject();
        } catch (JacksonException malformed) {
            // A key may repeat in an object inside a row: it is passed over.
            return !String.valueOf(malformed.getOriginalMessage()).contains("Duplicate") || !isNested(malformed);
        }
    }

    private static boolean isNested(JacksonException duplicate) {
        return duplicate.processor() instanceof tools.jackson.core.JsonParser parser
                && parser.streamReadContext().getNestingDepth() > 1;
    }

    private void assertSameValues(String ending, String text, List<String> objects) throws IOException {
        Dataset dataset = JsonFiles.dataset(folder, ending, text);
        List<List<String>> expected =
                objects.stream()
                        .map(Members::of)
                        .map(members ->
                                dataset.schema().columns().stream()
                                        .map(name -> members.value(name.replace("net.tax", "net__DOT__tax")))
                                        .toList())
                        .toList();
        for (BlockSize size : JsonFiles.SIZES) {
            assertThat(JsonFiles.values(dataset, size)).as("%s", size).isEqualTo(expected);
        }
    }

    private static List<String> objects(Random random, boolean lineBreaks) {
        RandomJson json = new RandomJson(random, lineBreaks);
        List<String> objects = new ArrayList<>(List.of("{\"a\":1}"));
        for (int row = random.nextInt(12); row > 0; row--) {
            objects.add(json.object());
        }
        return objects;
    }

    private static String array(Random random, List<String> objects) {
        RandomJson json = new RandomJson(random, true);
        return objects.stream()
                .map(object -> json.blanks() + object + json.blanks())
                .collect(Collectors.joining(",", json.blanks() + "[", "]" + json.blanks()));
    }

    private static String lineBreak(Random random) {
        return List.of("\n", "\n", "\r\n", "\n\n", "\n \n").get(random.nextInt(5));
    }

    private static String replaced(String object, String column, String value) {
        String key = column.replace("net.tax", "net__DOT__tax");
        Members members = Members.of(object);
        StringBuilder text = new StringBuilder();
        int i = 0;
        for (var member : members.notations().entrySet()) {
            text.append(members.between().get(i++)).append(member.getKey().equals(key) ? value : member.getValue());
        }
        if (!members.notations().containsKey(key)) {
            text.append(members.between().getLast().isEmpty() || i > 0 ? "," : "");
            String quoted = '"' + column.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
            String opening = i == 0 ? "{" : "";
            return text + opening + quoted + ":" + value + members.between().getLast().substring(opening.length());
        }
        return text + members.between().getLast();
    }

    /// Of three rows it leaves one, makes one a number, and one a text.
    private static final class EveryThirdRowStays implements java.util.function.BiConsumer<Block, Edits> {

        private final int column;
        private final Replacements values = Replacements.ofNumbers(0.25);
        private int rows;

        EveryThirdRowStays(int column) {
            this.column = column;
            values.addText("x\"");
        }

        @Override
        public void accept(Block block, Edits edits) {
            int[] choices = new int[block.rows()];
            for (int row = 0; row < choices.length; row++) {
                choices[row] = rows++ % 3 - 1;
            }
            edits.replace(column, choices, values);
        }
    }
}
