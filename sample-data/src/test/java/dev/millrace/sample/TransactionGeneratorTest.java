package dev.millrace.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

class TransactionGeneratorTest {
    private static final ProgressListener SILENT = shard -> {};

    @TempDir private Path temporary;

    @Test
    void theSameSettingsGiveTheSameBytesWithAnyNumberOfWorkers() throws Exception {
        Path one = written("one", new GeneratorSettings(10_000, 7, 3, false), 1);
        Path many = written("many", new GeneratorSettings(10_000, 7, 3, false), 4);

        CsvFolder.assertSame(one, many);
    }

    @Test
    void anotherSeedGivesOtherCustomersAndIds() throws Exception {
        List<CSVRecord> one = CsvFolder.records(written("one", new GeneratorSettings(50, 1, 1, false), 1));
        List<CSVRecord> two = CsvFolder.records(written("two", new GeneratorSettings(50, 1, 2, false), 1));

        assertThat(one).extracting(row -> row.get("txn_id")).doesNotContainAnyElementsOf(texts(two, "txn_id"));
        assertThat(texts(one, "name")).isNotEqualTo(texts(two, "name"));
    }

    @Test
    void aShardDependsOnItsNumberAndItsRowsButNotOnTheOtherShards() throws Exception {
        Path two = written("two", new GeneratorSettings(200, 2, 5, false), 1);
        Path three = written("three", new GeneratorSettings(300, 3, 5, false), 1);

        assertThat(two.resolve("part-00002.csv")).hasSameBinaryContentAs(three.resolve("part-00002.csv"));
        assertThat(Files.mismatch(two.resolve("part-00001.csv"), two.resolve("part-00002.csv"))).isNotEqualTo(-1);
    }

    @Test
    void theListenerIsToldTheRowsAndBytesOfEveryShard() throws Exception {
        List<FinishedShard> finished = new ArrayList<>();
        Path folder = temporary.resolve("data");

        new TransactionGenerator(new GeneratorSettings(11, 4, 1, false)).writeTo(folder, finished::add);

        assertThat(finished).extracting(FinishedShard::number).containsExactly(1, 2, 3, 4);
        assertThat(finished).extracting(FinishedShard::rows).containsExactly(3L, 3L, 3L, 2L);
        for (FinishedShard shard : finished) {
            assertThat(shard.bytes()).isEqualTo(Files.size(shard.file()));
            assertThat(Files.readAllLines(shard.file())).hasSize((int) shard.rows() + 1);
        }
        assertThat(CsvFolder.files(folder))
                .containsExactly("part-00001.csv", "part-00002.csv", "part-00003.csv", "part-00004.csv");
    }

    @Test
    void shardsWithoutRowsHoldTheHeader() throws Exception {
        Path folder = written("data", new GeneratorSettings(1, 2, 1, false), 1);

        assertThat(Files.readString(folder.resolve("part-00002.csv"))).isEqualTo(TransactionRows.HEADER);
    }

    @Test
    void splitFoldersShareTheRowsAndHaveIdsOfTheirOwn() throws Exception {
        Path folder = written("data", new GeneratorSettings(1_001, 2, 1, true), 2);

        assertThat(CsvFolder.files(folder))
                .containsExactly(
                        "test/part-00001.csv",
                        "test/part-00002.csv",
                        "train/part-00001.csv",
                        "train/part-00002.csv",
                        "val/part-00001.csv",
                        "val/part-00002.csv");
        assertThat(CsvFolder.records(folder.resolve("train"))).hasSize(701);
        assertThat(CsvFolder.records(folder.resolve("val"))).hasSize(150);
        assertThat(CsvFolder.records(folder.resolve("test"))).hasSize(150);
        Set<String> ids = new HashSet<>(texts(CsvFolder.records(folder), "txn_id"));
        assertThat(ids).hasSize(1_001);
    }

    @Test
    void aFolderWithShardsIsRefusedAndLeftAlone() throws Exception {
        Path shard = Files.writeString(temporary.resolve("part-7.parquet"), "mine");

        assertThatExceptionOfType(FileAlreadyExistsException.class)
                .isThrownBy(() -> written("", new GeneratorSettings(1, 1, 1, false), 1))
                .withMessageContaining(temporary.toString())
                .withMessageEndingWith("the folder already holds part-* files; choose another one");
        assertThat(CsvFolder.files(temporary)).containsExactly("part-7.parquet");
        assertThat(shard).hasContent("mine");
    }

    @Test
    void aSubFolderWithShardsIsRefusedBeforeAnythingIsWritten() throws Exception {
        Files.createDirectories(temporary.resolve("test"));
        Files.writeString(temporary.resolve("test/part-00001.csv"), "mine");

        assertThatExceptionOfType(FileAlreadyExistsException.class)
                .isThrownBy(() -> written("", new GeneratorSettings(10, 1, 1, true), 1))
                .withMessageContaining(temporary.resolve("test").toString());
        assertThat(CsvFolder.files(temporary)).containsExactly("test/part-00001.csv");
    }

    @Test
    void otherFilesInTheFolderAreLeftAlone() throws IOException, InterruptedException {
        Path notes = Files.writeString(temporary.resolve("notes.txt"), "mine");

        written("", new GeneratorSettings(1, 1, 1, false), 1);

        assertThat(notes).hasContent("mine");
    }

    @Test
    void aFailingListenerLeavesNoShardsBehind() throws Exception {
        ProgressListener failing =
                shard -> {
                    throw new IllegalStateException("no more");
                };

        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() ->
                        new TransactionGenerator(new GeneratorSettings(1_000, 20, 1, false))
                                .writeTo(temporary, 2, failing))
                .withMessage("no more");
        assertThat(CsvFolder.files(temporary)).isEmpty();
    }

    @Test
    void anInterruptedRunLeavesNoShardsBehind() throws Exception {
        assertThatExceptionOfType(InterruptedException.class)
                .isThrownBy(() ->
                        new TransactionGenerator(new GeneratorSettings(1_000, 20, 1, false))
                                .writeTo(temporary, 2, shard -> Thread.currentThread().interrupt()));
        assertThat(CsvFolder.files(temporary)).isEmpty();
    }

    @Test
    void aFolderThatIsAFileIsRefused() throws Exception {
        Path file = Files.writeString(temporary.resolve("file"), "mine");

        assertThatExceptionOfType(FileAlreadyExistsException.class)
                .isThrownBy(() -> written("file", new GeneratorSettings(1, 1, 1, false), 1))
                .withMessage(file.toString());
    }

    @Test
    void zeroWorkersAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> written("data", new GeneratorSettings(1, 1, 1, false), 0))
                .withMessage("workers must be 1 or more, but is 0");
    }

    private Path written(String name, GeneratorSettings settings, int workers)
            throws IOException, InterruptedException {
        Path folder = temporary.resolve(name);
        new TransactionGenerator(settings).writeTo(folder, workers, SILENT);
        return folder;
    }

    private static List<String> texts(List<CSVRecord> rows, String column) {
        return rows.stream().map(row -> row.get(column)).toList();
    }
}
