package dev.millrace.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

class SampleProjectTest {
    private static final String SHARD = "data/part-00003.csv";

    @TempDir private Path temporary;

    @Test
    void theShippedShardsAreWhatTheGeneratorWrites() throws Exception {
        Path copied = temporary.resolve("copied");
        Path generated = temporary.resolve("generated");

        new SampleProject().copyTo(copied);
        new TransactionGenerator(SampleProject.SETTINGS).writeTo(generated, 2, shard -> {});

        CsvFolder.assertSame(copied.resolve(SampleProject.DATA), generated);
    }

    @Test
    void theProjectIsSmallAndHasFiveThousandRowsInEightShards() throws IOException {
        new SampleProject().copyTo(temporary);

        List<CSVRecord> rows = CsvFolder.records(temporary.resolve(SampleProject.DATA));
        long bytes = 0;
        for (String file : CsvFolder.files(temporary)) {
            bytes += Files.size(temporary.resolve(file));
        }
        assertThat(rows).hasSize(5_000);
        assertThat(CsvFolder.files(temporary.resolve(SampleProject.DATA))).hasSize(8);
        assertThat(bytes).isLessThan(800_000);
    }

    @Test
    void theRecipeNamesColumnsOfTheData() throws IOException {
        String recipe = Files.readString(new SampleProject().copyTo(temporary));

        for (String column :
                List.of(
                        "merchant_category",
                        "country",
                        "device",
                        "payment_method",
                        "channel",
                        "email_domain",
                        "velocity_1d",
                        "label")) {
            assertThat(recipe).contains("\"" + column + "\"");
            assertThat(TransactionRows.HEADER.strip().split(",", -1)).contains(column);
        }
        assertThat(recipe).contains("\"path\": \"" + SampleProject.DATA + "\"").doesNotContain("\r");
    }

    @Test
    void theRecipeFileIsReturned() throws IOException {
        Path folder = temporary.resolve("new/folder");

        Path recipe = new SampleProject().copyTo(folder);

        assertThat(recipe).isEqualTo(folder.resolve("fraud-risk.millrace.json")).isRegularFile();
        assertThat(CsvFolder.files(folder)).containsExactlyInAnyOrderElementsOf(SampleProject.names());
    }

    @Test
    void copyingAgainRestoresWhatIsMissingAndKeepsTheRest() throws IOException {
        SampleProject project = new SampleProject();
        project.copyTo(temporary);
        Files.delete(temporary.resolve(SHARD));
        Path notes = Files.writeString(temporary.resolve("data/notes.txt"), "mine");

        project.copyTo(temporary);

        assertThat(temporary.resolve(SHARD)).hasBinaryContent(SampleProject.content(SHARD));
        assertThat(notes).hasContent("mine");
    }

    @Test
    void anEditedRecipeIsKept() throws IOException {
        Path recipe = Files.writeString(temporary.resolve(SampleProject.RECIPE), "{}");

        assertThat(new SampleProject().copyTo(temporary)).isEqualTo(recipe);
        assertThat(recipe).hasContent("{}");
    }

    @Test
    void aDifferentDataFileIsNamedAndNothingIsCopied() throws IOException {
        Files.createDirectories(temporary.resolve(SampleProject.DATA));
        Path shard = Files.writeString(temporary.resolve(SHARD), "mine");

        assertThatExceptionOfType(FileAlreadyExistsException.class)
                .isThrownBy(() -> new SampleProject().copyTo(temporary))
                .withMessage(shard + ": the file differs from the one in the sample project");
        assertThat(CsvFolder.files(temporary)).containsExactly(SHARD);
        assertThat(shard).hasContent("mine");
    }

    @Test
    void aFolderInThePlaceOfADataFileIsNamed() throws IOException {
        Path shard = Files.createDirectories(temporary.resolve(SHARD));

        assertThatExceptionOfType(FileAlreadyExistsException.class)
                .isThrownBy(() -> new SampleProject().copyTo(temporary))
                .withMessageContaining(shard.toString());
    }
}
