package dev.millrace.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.engine.testing.Fuzzing;
import dev.millrace.engine.testing.RecipeText;
import dev.millrace.engine.testing.Runs;
import dev.millrace.engine.testing.Tree;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.zip.CRC32C;

/// Damaged journals, and forged ones whose checksums are right.
final class JournalFuzzTest {

    private static final List<String> WORDS =
            List.of(
                    "{",
                    "}",
                    "[",
                    "]",
                    ",",
                    ":",
                    "\"",
                    "null",
                    "{}",
                    "../",
                    "\\u0000",
                    "-1",
                    "1e999",
                    "train",
                    "\"crc\":\"00000000\"",
                    "\"begun\":",
                    "\"committing\":{\"files\":[\"../x\",\"train/../y\"]}",
                    "\n");

    @TempDir private Path folder;

    @Test
    void noJournalMakesAFileOursThatLiesElsewhere() {
        Tree.write(folder.resolve("in/part-00001.csv"), "f,label\na,1\nb,0\n");
        Runs.done(
                RecipeText.of(folder.resolve("in"), folder.resolve("out")).label("label").riskTable(List.of("f"), "1"));
        byte[] sound =
                Tree.bytes(folder.resolve("out").resolve(OutputFolder.JOURNAL)).getBytes(StandardCharsets.ISO_8859_1);
        Path output = folder.resolve("forged");
        new Fuzzing("journals", _ -> sound, WORDS)
                .feed((input, random) -> {
                    byte[] journal = random.nextInt(4) == 0 ? input : forged(input, random);
                    Tree.write(OutputFolder.temporary(output.resolve(OutputFolder.JOURNAL)), journal);
                    for (String file : EarlierResults.in(output).files()) {
                        assertThat(output.resolve(file).normalize()).isEqualTo(output.resolve(file));
                    }
                });
    }

    /// The same with right checksums; now and then lines are left out or swapped.
    private static byte[] forged(byte[] journal, Random random) {
        StringBuilder forged = new StringBuilder();
        for (String line : new String(journal, StandardCharsets.ISO_8859_1).split("\n", -1)) {
            int comma = line.indexOf(',');
            if (comma >= 0 && random.nextInt(20) > 0) {
                CRC32C checksum = new CRC32C();
                checksum.update(line.substring(comma + 1).getBytes(StandardCharsets.ISO_8859_1));
                String digits = HexFormat.of().toHexDigits((int) checksum.getValue());
                forged.append("{\"crc\":\"")
                        .append(digits)
                        .append("\",")
                        .append(line.substring(comma + 1))
                        .append('\n');
            }
        }
        return forged.toString().getBytes(StandardCharsets.ISO_8859_1);
    }
}
