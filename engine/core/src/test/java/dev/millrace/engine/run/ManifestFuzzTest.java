package dev.millrace.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.engine.testing.Fuzzing;
import dev.millrace.engine.testing.Tree;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/// Damaged and forged manifests of earlier runs.
final class ManifestFuzzTest {

    private static final String SOUND =
            """
            {"format":1,"run":"20251101-120000-ab12","engine":"0.1","started":"2025-11-01T12:00:00Z",
             "inputs":[{"path":"part-00001.csv","split":"train","bytes":3,"hash":"00","rows":1}],
             "outputs":[{"path":"train/part-00001.csv","split":"train","rows":1,"bytes":3,"hash":"00"}],
             "rejected":[{"path":"rejected/part-00001.csv","split":"train","rows":1,"bytes":3,"hash":"00"}],
             "artifacts":[{"path":"model/risk_table_map.json","bytes":3,"hash":"00"}],
             "rows":{"in":1,"out":{"train":1},"dropped":{},"rejected":0}}
            """;
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
                    "[]",
                    "\"\"",
                    "../",
                    "/etc/passwd",
                    "\\u0000",
                    "-1",
                    "1e999",
                    "\"path\":",
                    "\n");

    @TempDir private Path folder;

    @Test
    void noManifestMakesAFileOursThatLiesElsewhere() {
        new Fuzzing("manifests", _ -> SOUND.getBytes(StandardCharsets.UTF_8), WORDS)
                .feed((input, _) -> {
                    Tree.write(folder.resolve(OutputFolder.MANIFEST), input);
                    for (String file : EarlierResults.in(folder).files()) {
                        Path path = folder.resolve(file);
                        assertThat(path.normalize()).isEqualTo(path);
                        assertThat(path.startsWith(folder)).as(file).isTrue();
                    }
                });
    }
}
