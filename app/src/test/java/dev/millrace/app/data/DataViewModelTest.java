package dev.millrace.app.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.app.ScriptedRuns;
import dev.millrace.app.TestWiring;
import dev.millrace.app.Wiring;
import dev.millrace.engine.profile.ColumnProfile;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

class DataViewModelTest {

    @TempDir Path folder;

    private final TestWiring test = new TestWiring();
    private Wiring wiring;
    private DataViewModel data;

    @BeforeEach
    void wire() {
        wiring = test.atOnce(folder, new ScriptedRuns());
        data = wiring.data();
    }

    private void write(String name, String content) {
        try {
            Files.createDirectories(folder.resolve("given"));
            Files.writeString(folder.resolve("given").resolve(name), content);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void open() {
        wiring.home().open(folder.resolve("given"));
    }

    private ShardEntry entry(int shard) {
        return data.shards().get(shard).entryProperty().get();
    }

    @Test
    void openedDatasetIsReadToItsEndAndItsFiguresAreExact() {
        wiring.home().openSample();
        assertThat(data.profile().basisProperty().get())
                .isEqualTo(new ProfileBasis(ProfileBasis.Kind.EXACT, 5_000, 8, 1, false));
        assertThat(data.shards()).allMatch(line -> line.entryProperty().get().condition() == ShardCondition.SOUND);
        assertThat(data.shards()).extracting(line -> line.entryProperty().get().rows()).containsOnly(625L);
        assertThat(data.attentionProperty().get()).isZero();
    }

    @Test
    void shardsOfWhatIsNoDatasetAreShownWithWhatIsWrong() {
        write("part-00001.csv", "a,b\n1,2\n");
        write("part-00002.csv", "a,b,c\n1,2,3\n");
        write("part-00003.csv", "a,b\n1,2\n");
        write("part-00004.csv", "a,a\n1,2\n");
        open();
        assertThat(data.problemProperty().get()).isNotNull();
        assertThat(data.shards())
                .extracting(line -> line.entryProperty().get().condition())
                .containsExactly(
                        ShardCondition.OPENED, ShardCondition.DIFFERENT, ShardCondition.OPENED, ShardCondition.BROKEN);
        assertThat(data.selectedProperty().get()).isEqualTo(entry(1).shard());
        assertThat(data.rows().columnsProperty().get()).containsExactly("a", "b", "c");
        assertThat(data.brokenProperty().get().problem().finding()).contains("adds c");
        data.nextProblem();
        assertThat(data.selectedProperty().get()).isEqualTo(entry(3).shard());
        assertThat(data.rows().columnsProperty().get()).isEmpty();
        data.nextProblem();
        assertThat(data.selectedProperty().get()).isEqualTo(entry(1).shard());
    }

    @Test
    void badRowsAreCountedByShardAndCanBeGoneTo() {
        write("part-00001.csv", "a,b\n1,2\n3,4\n");
        write("part-00002.csv", "a,b\n1,2\n3\n5,6\n7,8,9\n");
        open();
        assertThat(entry(0).condition()).isEqualTo(ShardCondition.SOUND);
        assertThat(entry(1).condition()).isEqualTo(ShardCondition.BAD_ROWS);
        assertThat(entry(1).badRows()).isEqualTo(2);
        assertThat(entry(1).problem().place().line()).isEqualTo(3);
        data.selectedProperty().set(entry(1).shard());
        List<Long> found = new ArrayList<>();
        data.rows().findLine(3, found::add);
        assertThat(found).containsExactly(1L);
        assertThat(data.rows().row(1, 0).bad().raw()).isEqualTo("3");
        assertThat(data.rows().cell(2, 1)).isEqualTo("6");
    }

    @Test
    void tableAndRecipeFollowTheDialect() {
        write("part-00001.csv", "a;b|c\n1;2|3\n");
        open();
        data.dialect().sayDelimiter(";");
        assertThat(data.rows().columnsProperty().get()).containsExactly("a", "b|c");
        data.dialect().sayDelimiter("|");
        assertThat(data.rows().columnsProperty().get()).containsExactly("a;b", "c");
        assertThat(data.rows().cell(0, 0)).isEqualTo("1;2");
        assertThat(data.dialect().stateProperty().get().settings().dialect().delimiter()).isEqualTo("|");
        data.dialect().sayHeader(false);
        assertThat(data.rows().columnsProperty().get()).containsExactly("c1", "c2");
        assertThat(data.rows().rows()).isEqualTo(2);
    }

    @Test
    void dialectThatDoesNotFitIsRefusedAndTheTableStays() {
        write("part-00001.csv", "a,b\n1,2\n");
        write("part-00002.csv", "a,b\n3,4\n");
        open();
        data.dialect().sayHeader(false);
        data.dialect().sayHeader(null);
        write("part-00002.csv", "a,b;c\n3,4\n");
        data.dialect().sayDelimiter(",");
        assertThat(data.dialect().problemProperty().get()).isNotNull();
        assertThat(data.rows().columnsProperty().get()).containsExactly("a", "b");
        assertThat(data.shards()).hasSize(2);
    }

    @Test
    void figuresFollowTheMissingTokens() {
        write("part-00001.csv", "a,b\n1,x\n-,x\nNA,x\n4,x\n");
        open();
        assertThat(data.profile().column(0).type()).isEqualTo(ColumnProfile.Type.TEXT);
        assertThat(data.profile().column(0).firstUnusual().value()).isEqualTo("-");
        data.dialect().typeMissing(" - , NA ");
        assertThat(data.profile().column(0).type()).isEqualTo(ColumnProfile.Type.NUMERICAL);
        assertThat(data.profile().column(0).missing()).isEqualTo(2);
        data.dialect().sayMissing(List.of());
        assertThat(data.profile().column(0).missing()).isZero();
    }

    @Test
    void cellsAreCopiedAsATableWithQuotesWhereTheyAreNeeded() {
        write("part-00001.csv", "a,b,c\n1,\"x\ty\",2\n3,\"say \"\"so\"\"\",4\n");
        open();
        List<String> copied = new ArrayList<>();
        data.rows().copy(GridSelection.at(0, 0).moved(1, 1, true), copied::add);
        data.rows().copy(GridSelection.at(1, 1), copied::add);
        assertThat(copied).containsExactly("a\tb\n1\t\"x\ty\"\n3\t\"say \"\"so\"\"\"\n", "say \"so\"");
    }

    @Test
    void factsTellTheColumnWithItsEvidence() {
        wiring.home().openSample();
        ColumnWords words = new ColumnWords(test.texts, test.figures);
        ColumnFacts customer = words.facts(data.profile().column(1), true);
        assertThat(customer.type()).isEqualTo("Text");
        assertThat(customer.evidence())
                .contains("Not numerical: the first value is “C1608736” in part-00001.csv, line 2");
        ColumnFacts amount = words.facts(data.profile().column(4), true);
        assertThat(amount.basis()).isEqualTo("Exact: all 5,000 rows");
        assertThat(amount.groups().get(1).facts())
                .extracting(ColumnFacts.Fact::name)
                .contains("Minimum", "Median", "Maximum", "Mean");
        assertThat(amount.histogram()).isNotNull();
    }
}
