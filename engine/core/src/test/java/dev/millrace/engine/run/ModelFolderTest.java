package dev.millrace.engine.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;

import dev.millrace.engine.pickle.Pickle;
import dev.millrace.engine.problem.DataException;
import dev.millrace.engine.problem.EngineException;
import dev.millrace.engine.problem.StorageException;
import dev.millrace.engine.strategy.ArtifactFile;
import dev.millrace.engine.testing.Tree;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/// Where the artifacts of an earlier run are found, and in which form.
class ModelFolderTest {

    @AutoClose private final FileSystem files = Jimfs.newFileSystem(Configuration.unix());

    private final Path run = files.getPath("/run");

    @Test
    void theFolderMayBeThatOfTheRunOrItsModel() {
        Tree.write(run.resolve("model/map.json"), "{\"a\": 1}");
        assertThat(new ModelFolder(run, 0).document("map").get("a").intValue()).isEqualTo(1);
        assertThat(new ModelFolder(run.resolve("model"), 0).document("map").get("a").intValue()).isEqualTo(1);
        assertThat(new String(new ModelFolder(run, 0).read("map.json"), StandardCharsets.UTF_8))
                .isEqualTo("{\"a\": 1}");
    }

    @Test
    void aLaterStrategyOfAKindHasFilesOfItsOwn() {
        Tree.write(run.resolve("model/map.json"), "{\"a\": 1}");
        Tree.write(run.resolve("model/map-2.json"), "{\"a\": 2}");
        assertThat(new ModelFolder(run, 1).document("map").get("a").intValue()).isEqualTo(2);
        StorageException absent =
                catchThrowableOfType(StorageException.class, () -> new ModelFolder(run, 2).document("map"));
        assertThat(absent).isNotNull();
    }

    @ParameterizedTest
    @CsvSource({
        "map.json, 0, map.json",
        "map.json, 1, map-2.json",
        "map.json, 9, map-10.json",
        "map, 1, map-2",
        "map.v1.pkl, 2, map.v1-3.pkl"
    })
    void itsNamesAreNumberedBeforeTheirEnding(String name, int occurrence, String expected) {
        ArtifactFile file = new ArtifactFile(name, new byte[] {1, 2});
        assertThat(ArtifactFile.numbered(name, occurrence)).isEqualTo(expected);
        assertThat(file.ofOccurrence(occurrence).name()).isEqualTo(expected);
        assertThat(file.ofOccurrence(occurrence).content()).containsExactly(1, 2);
    }

    @Test
    void whereThereIsNoJsonThePickleIsTaken() {
        Tree.write(run.resolve("model/map.pkl"), Pickle.of(Map.of(1.5, List.of(true, "x"))));
        assertThat(new ModelFolder(run, 0).document("map").toString()).isEqualTo("{\"1.5\":[true,\"x\"]}");
        Tree.write(run.resolve("model/map.json"), "{}");
        assertThat(new ModelFolder(run, 0).document("map").toString()).isEqualTo("{}");
    }

    @Test
    void brokenJsonIsRefusedWithItsLine() {
        Tree.write(run.resolve("model/map.json"), "{\n\"f\": {,\n");
        assertThat(refused())
                .isInstanceOf(DataException.class)
                .hasMessageContaining("map.json, line 2: not valid JSON");
    }

    @Test
    void aPickleOfSomethingElseThanADictIsRefused() {
        Tree.write(run.resolve("model/map.pkl"), Pickle.of(List.of(1)));
        assertThat(refused()).isInstanceOf(DataException.class).hasMessageContaining("holds no dict");
    }

    /// A dict that holds itself; a dict of 100,000 dicts, one in the other.
    @ParameterizedTest
    @CsvSource({"80027d71004b016800732e, 1", "7d4b01, 100000"})
    void aPickleThatCannotBeWalkedThroughIsRefused(String hex, int times) {
        String close = times == 1 ? "" : "7d" + "73".repeat(times) + "2e";
        Tree.write(run.resolve("model/map.pkl"), HexFormat.of().parseHex(hex.repeat(times) + close));
        assertThat(refused()).isInstanceOf(DataException.class);
    }

    private EngineException refused() {
        EngineException refused =
                catchThrowableOfType(EngineException.class, () -> new ModelFolder(run, 0).document("map"));
        assertThat(refused).isNotNull();
        return refused;
    }
}
