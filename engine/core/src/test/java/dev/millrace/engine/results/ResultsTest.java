package dev.millrace.engine.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millrace.engine.block.BlockSize;
import dev.millrace.engine.problem.CancelledException;
import dev.millrace.engine.problem.DataException;
import dev.millrace.engine.run.Manifest;
import dev.millrace.engine.run.Run;
import dev.millrace.engine.run.RunEvent;
import dev.millrace.engine.run.UnfinishedRun;
import dev.millrace.engine.run.Verification;
import dev.millrace.engine.testing.RecipeText;
import dev.millrace.engine.testing.Runs;
import dev.millrace.engine.testing.Tree;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/// Reading what runs left.
class ResultsTest {

    private static final int SHARDS = 4;

    @TempDir private Path folder;

    private Path output;
    private RecipeText recipe;

    @BeforeEach
    void writeDataset() {
        for (int shard = 1; shard <= SHARDS; shard++) {
            StringBuilder rows = new StringBuilder("id,country,age,label\n");
            for (int row = 0; row < 50; row++) {
                String age = row % 5 == 0 ? "" : String.valueOf(20 + row);
                String label = row % 3 == 0 ? "yes" : "no";
                rows.append(shard * 100 + row).append(",c").append(row % 4).append(',').append(age);
                rows.append(',').append(label).append('\n');
            }
            Tree.write(folder.resolve("in/part-0000" + shard + ".csv"), rows.toString());
        }
        output = folder.resolve("out");
        recipe =
                RecipeText.of(folder.resolve("in"), output)
                        .label("label")
                        .strategy("tabular-split")
                        .strategy("missing-value-imputation")
                        .riskTable(List.of("country"), "1", "countThreshold", 1)
                        .strategy("stratified-sampling", "strataColumn", "id", "targetSize", 100)
                        .streaming(2);
    }

    private Results.Finished finished() {
        Runs.done(recipe);
        return (Results.Finished) Results.in(output);
    }

    @Test
    void artifactsAreTables() {
        List<ArtifactTable> tables = finished().artifacts();
        assertThat(tables)
                .extracting(ArtifactTable::words)
                .contains(
                        "Numbers of the labels",
                        "Filled columns",
                        "Risk tables",
                        "Risks of country",
                        "Strata of train",
                        "Strata of val");
        ArtifactTable labels = table(tables, "Numbers of the labels");
        assertThat(labels.rows())
                .containsExactly(List.of(Cell.of("no"), Cell.of(0)), List.of(Cell.of("yes"), Cell.of(1)));
        ArtifactTable risks = table(tables, "Risks of country");
        assertThat(risks.rows()).extracting(row -> row.getFirst().text()).containsExactly("c0", "c1", "c2", "c3");
        assertThat(risks.rows()).allSatisfy(row -> assertThat(row.get(1).number()).isBetween(0.0, 1.0));
        assertThat(table(tables, "Strata of train").headings())
                .extracting(Heading::words)
                .containsExactly("Stratum", "Population", "Requested", "Drawn", "Weight");
        assertThat(tables)
                .allSatisfy(table -> assertThat(table.rows()).allMatch(row -> row.size() == table.headings().size()));
    }

    private static ArtifactTable table(List<ArtifactTable> tables, String words) {
        return tables.stream().filter(table -> table.words().equals(words)).findFirst().orElseThrow();
    }

    @Test
    void figuresAndEventsAreThoseOfTheRun() {
        Results.Finished results = finished();
        RunFigures figures = RunFigures.of(results.manifest());
        assertThat(figures.rowsIn()).isEqualTo(50L * SHARDS);
        assertThat(figures.allRowsOut() + figures.allDropped()).isEqualTo(50L * SHARDS);
        assertThat(figures.shards()).isEqualTo(SHARDS);
        assertThat(results.events()).first().extracting(EventLine::event).isEqualTo("RunStarted");
        assertThat(results.events()).last().extracting(EventLine::event).isEqualTo("RunEnded");
        assertThat(results.events()).anyMatch(line -> line.details().contains("part-00003.csv"));
        assertThat(results.problems()).isEmpty();
    }

    @Test
    void anArtifactThatIsDamagedHidesNoOther() {
        finished();
        Tree.write(output.resolve("model/risk_table_map.json"), "{ no JSON");
        Results.Finished results = (Results.Finished) Results.in(output);
        assertThat(results.problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.place().source()).contains("risk_table_map.json"));
        assertThat(results.artifacts()).extracting(ArtifactTable::words).contains("Filled columns");
    }

    @Test
    void anArtifactOfUnknownShapeIsAListOfItsValues() {
        finished();
        Tree.write(output.resolve("model/label_map.json"), "{\"a/b\": [1, {\"c\": null}], \"d\": {}}");
        ArtifactTable labels = table(((Results.Finished) Results.in(output)).artifacts(), "Numbers of the labels");
        assertThat(labels.rows()).extracting(row -> row.get(1).text()).containsExactly("[1,{\"c\":null}]", "{}");
    }

    @Test
    void aManifestThatLacksSomethingIsRefusedWithItsPlace() {
        finished();
        Tree.write(output.resolve("_run/manifest.json"), "{\"format\": 1, \"run\": null}");
        assertThatThrownBy(() -> Results.in(output))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("manifest.json");
    }

    @Test
    void aFolderWithoutARunSaysSo() throws IOException {
        assertThat(Results.in(folder.resolve("gone"))).isEqualTo(new Results.None(folder.resolve("gone"), false));
        assertThat(Results.in(Files.createDirectory(output))).isEqualTo(new Results.None(output, true));
    }

    @Test
    void anUnfinishedRunHasItsRecipe() {
        AtomicInteger passes = new AtomicInteger();
        Runs.disturbed(
                recipe.streaming(1).read(),
                BlockSize.DEFAULT,
                event -> {
                    if (event instanceof RunEvent.RunStarted started) {
                        passes.set(started.passes());
                    }
                    return event instanceof RunEvent.ShardFinished shard && shard.pass() == passes.get();
                },
                Run::cancel);
        Results.Unfinished results = (Results.Unfinished) Results.in(output);
        assertThat(results.run().shards()).isEqualTo(SHARDS);
        assertThat(results.recipe().strategies()).isEqualTo(4);
        assertThat(results.recipe().text("/output/path")).isEqualTo(output.toString());
        assertThat(UnfinishedRun.recipeIn(folder.resolve("gone"))).isEmpty();
    }

    @Test
    void aVerificationCanBeStoppedAndTellsHowFarItIs() {
        finished();
        List<Long> read = new ArrayList<>();
        Verification.of(output, (bytes, all) -> read.add(all - bytes));
        assertThat(read).isSortedAccordingTo(Comparator.reverseOrder()).last().isEqualTo(0L);
        assertThatThrownBy(() -> Verification.of(output, (_, _) -> false)).isInstanceOf(CancelledException.class);
    }

    @Test
    void aRecordOutlivesItsFolder() {
        Results.Finished results = finished();
        RunRecord record = RunRecord.of(results);
        RunRecord read = RunRecord.parse(record.document(), "record");
        assertThat(read).isEqualTo(record);
        assertThat(read.recipeDocument()).isEqualTo(results.recipe());
        assertThat(read.figures()).isEqualTo(RunFigures.of(results.manifest()));
        Manifest manifest = results.manifest();
        assertThat(read.id()).isEqualTo(manifest.run());
    }
}
