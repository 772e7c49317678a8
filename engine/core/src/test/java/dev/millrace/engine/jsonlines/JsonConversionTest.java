package dev.millrace.engine.jsonlines;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.engine.Engine;
import dev.millrace.engine.block.BlockSize;
import dev.millrace.engine.dataset.Compression;
import dev.millrace.engine.dataset.FileType;
import dev.millrace.engine.dataset.ShardFormat;
import dev.millrace.engine.plan.Plan;
import dev.millrace.engine.problem.RecipeException;
import dev.millrace.engine.recipe.Job;
import dev.millrace.engine.recipe.OutputSettings;
import dev.millrace.engine.recipe.Recipe;
import dev.millrace.engine.run.RunResult;
import dev.millrace.engine.testing.RecipeText;
import dev.millrace.engine.testing.Runs;
import dev.millrace.engine.testing.Tree;
import dev.millrace.engine.text.ShardInput;

import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// From other formats to JSON, and keys that appear late.
class JsonConversionTest {

    private static final int SAMPLE = 1 << 20;

    @TempDir private Path folder;

    @Test
    void valuesOfAnotherFormatAreNumbersIfTheyAreWrittenAsJsonWritesThem() {
        Tree.write(
                folder.resolve("in/part-00001.csv"),
                """
                id,name,zip,amount,flag,gone
                9007199254740993,"Fox, ""Chen""\",01234,1.50,True,NA
                -0,two\ttabs,5.,+1,,null
                1e5,日本,inf,0x1,"2",?
                """);

        done(toLines(recipe().streaming(1)));

        assertThat(utf8("out/train/part-00001.jsonl"))
                .isEqualTo(
                        """
                        {"id":9007199254740993,"name":"Fox, \\"Chen\\"","zip":"01234","amount":1.50,"flag":"True","gone":null}
                        {"id":-0,"name":"two\\ttabs","zip":"5.","amount":"+1","flag":null,"gone":null}
                        {"id":1e5,"name":"日本","zip":"inf","amount":"0x1","flag":2,"gone":"?"}
                        """);
    }

    @Test
    void theMissingTokensOfTheRecipeAreWrittenAsNull() {
        Tree.write(folder.resolve("in/part-00001.csv"), "a,b\n?,NA\n");

        done(toLines(recipe().missing(List.of("?")).batch()));

        assertThat(utf8("out/train.jsonl")).isEqualTo("{\"a\":null,\"b\":\"NA\"}\n");
    }

    @Test
    void newValuesOfRowsOfAnotherFormatAreJson() {
        StringBuilder rows = new StringBuilder("id,kind,label\n");
        for (int row = 0; row < 10_000; row++) {
            rows.append(row).append(row % 2 == 0 ? ",a," : ",b,").append(row % 4 == 0 ? 1 : 0).append('\n');
        }
        Tree.write(folder.resolve("in/part-00001.csv"), rows.toString());

        Recipe recipe = recipe().label("label").riskTable(List.of("kind"), "1", "smoothFactor", 0).streaming(1).read();
        OutputSettings output = recipe.output();
        done(
                recipe.with(
                        new OutputSettings(
                                output.path(), OutputSettings.Format.JSONL, output.compression(), output.overwrite())));

        List<String> lines = utf8("out/train/part-00001.jsonl").lines().toList();
        assertThat(lines)
                .hasSize(10_000)
                .startsWith("{\"id\":0,\"kind\":0.5,\"label\":1}", "{\"id\":1,\"kind\":0.0,\"label\":0}");
        assertThat(lines.getLast()).isEqualTo("{\"id\":9999,\"kind\":0.0,\"label\":0}");
    }

    @Test
    void anArrayBecomesLines() {
        Tree.write(
                folder.resolve("in/part-00001.json"),
                "[ {\n  \"a\" : 1,\n  \"b\": [ 1,\n 2 ]\n}\n, {\"a\":2, \"c\": \"x\\ny\"} ]");

        done(toLines(recipe().streaming(1)));

        assertThat(utf8("out/train/part-00001.jsonl"))
                .isEqualTo("{\"a\" : 1,\"b\": [ 1,2 ]}\n{\"a\":2, \"c\": \"x\\ny\"}\n");
    }

    @Test
    void aKeyThatAppearsLateIsPassedThrough() {
        String text = lateKey("{\"a\":1,\"late\":2}");
        Tree.write(folder.resolve("in/part-00001.jsonl"), text);

        Plan plan = new Engine().plan(Copying.recipe(recipe(), OutputSettings.Format.SAME));
        assertThat(plan.dataset().schema().columns()).containsExactly("a");
        assertThat(plan.dataset().schema().isOpen()).isTrue();

        done(plan.recipe());
        assertThat(utf8("out/train.jsonl")).isEqualTo(text);
    }

    @Test
    void aKeyThatAppearsLateIsFoundWhenTheRecipeNamesIt() {
        Tree.write(folder.resolve("in/part-00001.jsonl"), lateKey("{\"a\":0,\"late\":\"x\"}"));
        RecipeText recipe = recipe().label("a");

        Plan plan = plan(recipe.riskTable(List.of("late"), "1"));
        assertThat(plan.dataset().schema().columns()).containsExactly("a", "late");
        assertThat(plan.passes().getLast().why()).contains("looked through for their columns");

        Runs.done(recipe.riskTable(List.of("late"), "1", "smoothFactor", 0).streaming(1));
        assertThat(utf8("out/train/part-00001.jsonl")).startsWith("{\"a\":1,\"late\":").contains("{\"a\":0,\"late\":");
        Assertions.assertThatExceptionOfType(RecipeException.class)
                .isThrownBy(() -> plan(recipe.riskTable(List.of("lat"), "1")))
                .withMessageContaining("Did you mean 'late'?");
    }

    @Test
    void anotherFormatNeedsAllKeysBeforehand() {
        Tree.write(folder.resolve("in/part-00001.jsonl"), lateKey("{\"late\":2}"));

        Plan plan = new Engine().plan(Copying.recipe(recipe(), OutputSettings.Format.CSV));

        assertThat(plan.dataset().schema().columns()).containsExactly("a", "late");
        assertThat(plan.dataset().schema().isOpen()).isFalse();
    }

    @Test
    void linesBecomeCommaSeparatedValues() {
        Tree.write(folder.resolve("in/part-00001.jsonl"), "{\"b\":1.50,\"a\":\"x, \\u00e9\"}\n{\"a\":null}\n");
        Tree.write(folder.resolve("in/part-00002.jsonl"), "{\"c\":[1, {\"d\":2}],\"b\":true}\n");

        done(Copying.recipe(recipe().streaming(2), OutputSettings.Format.CSV));

        assertThat(utf8("out/train/part-00001.csv")).isEqualTo("b,a,c\n1.50,\"x, é\",\n,,\n");
        assertThat(utf8("out/train/part-00002.csv")).isEqualTo("b,a,c\ntrue,,\"[1, {\"\"d\"\":2}]\"\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"GZIP", "ZSTD"})
    void compressedLinesStayCompressed(OutputSettings.Packing packing) throws IOException {
        String text = "{\"a\": 1}\n".repeat(1000);
        Tree.write(folder.resolve("in/part-00001.jsonl"), text);
        Recipe plain = Copying.recipe(recipe().streaming(1), OutputSettings.Format.SAME);
        done(plain.with(new OutputSettings(plain.output().path(), OutputSettings.Format.SAME, packing, false)));

        done(
                Copying.recipe(
                        RecipeText.of(folder.resolve("out/train"), folder.resolve("again")).streaming(1),
                        OutputSettings.Format.SAME));

        Compression compression = Compression.valueOf(packing.name());
        String ending = FileType.of(ShardFormat.JSONL, compression).orElseThrow().ending();
        Path again = folder.resolve("again/train/part-00001" + ending);
        assertThat(Files.size(again)).isLessThan(200);
        try (ShardInput content = ShardInput.open(again, compression)) {
            assertThat(new String(content.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo(text);
        }
    }

    @Test
    void columnsAreThoseOfAllShardsTogether() {
        Tree.write(folder.resolve("in/part-00001.jsonl"), "{\"b\":1}\n{\"a\":1,\"\":0}\n");
        Tree.write(folder.resolve("in/part-00002.jsonl"), "");
        Tree.write(folder.resolve("in/part-00003.jsonl"), "{\"c__DOT__d\":{},\"b\":null}\n");

        assertThat(new Engine().openDataset(folder.resolve("in"), Job.TRAINING).schema().columns())
                .containsExactly("b", "a", "", "c.d");
    }

    private RecipeText recipe() {
        return RecipeText.of(folder.resolve("in"), folder.resolve("out"));
    }

    private static void done(Recipe recipe) {
        assertThat(Runs.run(recipe, new BlockSize(1000, 1000))).isInstanceOf(RunResult.Done.class);
    }

    private static Recipe toLines(RecipeText recipe) {
        return Copying.recipe(recipe, OutputSettings.Format.JSONL);
    }

    private static Plan plan(RecipeText recipe) {
        return new Engine().plan(recipe.read());
    }

    private static String lateKey(String lastRow) {
        String row = "{\"a\":1}\n";
        return row.repeat(2 * SAMPLE / row.length()) + lastRow + "\n";
    }

    private String utf8(String file) {
        return new String(
                Tree.bytes(folder.resolve(file)).getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }
}
