package dev.millrace.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.engine.recipe.BadRowPolicy;
import dev.millrace.engine.run.RunEvent;
import dev.millrace.engine.testing.ChildJvm;
import dev.millrace.engine.testing.RecipeText;
import dev.millrace.engine.testing.Runs;
import dev.millrace.engine.testing.Tree;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Pattern;

/// What is in the data stays in the data: not in what a run writes of itself, and not on any wire.
final class PrivacyTest {

    private static final String CANARY = "canary7391";

    private static final Pattern NETWORK =
            Pattern.compile(
                    "Initializing '(java/net/(Inet\\w*Address|\\w*Socket\\w*)"
                            + "|sun/nio/ch/(NioSocketImpl|(Server)?SocketChannelImpl|DatagramChannelImpl))'");

    @TempDir private Path folder;
    private RecipeText recipe;

    @BeforeEach
    void writeDatasetWithCanaries() {
        StringBuilder rows = new StringBuilder("name,amount,day,label\n");
        for (int row = 0; row < 40; row++) {
            String name = row % 4 == 0 ? CANARY + "-" + row : row % 5 == 0 ? "" : "n" + row % 3;
            rows.append(name).append(',').append(row).append(",2025-01-").append(10 + row % 20).append(',');
            rows.append(row % 2).append('\n');
        }
        Tree.write(folder.resolve("in/part-00001.csv"), rows.toString());
        Tree.write(
                folder.resolve("in/part-00002.csv"),
                "name,amount,day,label\n" + CANARY + ",1," + CANARY + "\n\"" + CANARY + "\",2,2025-01-01,1\n");
        recipe =
                RecipeText.of(folder.resolve("in"), folder.resolve("out"))
                        .label("label")
                        .strategy("tabular-split")
                        .strategy("missing-value-imputation")
                        .strategy("risk-table-mapping", "fields", List.of("name"), "positiveLabel", "1");
    }

    @ParameterizedTest
    @EnumSource(names = {"QUARANTINE", "SKIP"})
    void whatARunWritesOfItselfHoldsNoValueOfACell(BadRowPolicy policy) {
        ConcurrentLinkedQueue<RunEvent> events = new ConcurrentLinkedQueue<>();
        Runs.done(recipe.onBadRow(policy.name().toLowerCase(Locale.ROOT)).streaming(1), events::add);

        SortedMap<String, String> files = Tree.files(folder.resolve("out"));
        assertThat(files.get("train/part-00001.csv")).as("the canaries are there").contains("label");
        assertThat(files.keySet()).contains("_run/manifest.json", "_run/events.jsonl", "_run/recipe.json");
        files.keySet().removeIf(name -> !name.startsWith("_run/"));
        assertThat(files).allSatisfy((_, content) -> assertThat(content).doesNotContain(CANARY));
        assertThat(events).allSatisfy(event -> assertThat(event.toJson()).doesNotContain(CANARY));
    }

    @Test
    void aRunThatFailsLeavesNoValueOfACellBehind() {
        assertThat(Runs.failure(recipe.streaming(1)))
                .hasMessageContaining(CANARY); // told to the person, with its place

        assertThat(Tree.files(folder.resolve("out")))
                .allSatisfy((_, content) -> assertThat(content).doesNotContain(CANARY));
    }

    /// Whoever looks up a name or opens a socket initializes one of these classes first.
    @ParameterizedTest
    @ValueSource(strings = {"streaming", "batch"})
    @EnabledOnOs(OS.LINUX)
    void aRunOpensNoSocketAndLooksUpNoName(String mode) throws IOException {
        RecipeText text = recipe.onBadRow("skip");
        (mode.equals("batch") ? text.batch() : text.streaming(2)).read();
        Path classes = folder.resolve("classes.log");
        String output =
                ChildJvm.output(
                        List.of("-Xlog:class+init=info:file=" + classes),
                        PrivateRun.class,
                        List.of(folder.resolve("out.recipe.json").toString()));

        assertThat(output).contains("result Done").doesNotContain("socket ");
        String log = Tree.bytes(classes);
        assertThat(log).as("the log").contains("'dev/millrace/engine/run/Run'");
        assertThat(log.lines().filter(line -> NETWORK.matcher(line).find())).isEmpty();
    }
}
