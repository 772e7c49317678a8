package dev.millrace.engine.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millrace.engine.json.Json;
import dev.millrace.engine.problem.StorageException;
import dev.millrace.engine.testing.ChildJvm;
import dev.millrace.engine.testing.RecipeText;
import dev.millrace.engine.testing.Runs;
import dev.millrace.engine.testing.Tree;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/// One run has an output folder at a time.
final class OutputLockTest {

    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");
    private static final OutputLock.Holder DEAD = new OutputLock.Holder(4711, "elsewhere", Instant.EPOCH);

    @TempDir private Path folder;
    private Path file;
    private RecipeText recipe;

    @BeforeEach
    void writeData() {
        Tree.write(folder.resolve("in/part-1.csv"), "f,label\na,1\nb,0\n");
        recipe = RecipeText.of(folder.resolve("in"), folder.resolve("out")).label("label").riskTable(List.of("f"), "1");
        file = folder.resolve("out").resolve(OutputFolder.LOCK);
        Tree.write(file, "");
    }

    @Test
    void whatIsHeldIsRefusedAndSaysByWhom() {
        try (OutputLock lock = OutputLock.take(file, NOW)) {
            assertThat(lock.deadHolder()).isEmpty();
            assertThatThrownBy(() -> OutputLock.take(file, NOW))
                    .isInstanceOf(StorageException.class)
                    .hasMessageContaining("another run is writing to this folder (process " + process())
                    .hasMessageContaining("since " + NOW);
            assertThat(Runs.failure(recipe)).hasMessageContaining("another run is writing to this folder");
        }
        assertThat(file).doesNotExist();
        OutputLock.take(file, NOW).close();
    }

    /// Also after somebody in this process asked for it in vain.
    @Test
    void anotherProcessIsRefusedToo() throws IOException {
        try (OutputLock lock = OutputLock.take(file, NOW)) {
            assertThatThrownBy(() -> OutputLock.take(file, NOW)).isInstanceOf(StorageException.class);
            assertThat(ChildJvm.output(List.of(), Rival.class, List.of(file.toString())))
                    .contains("another run is writing to this folder (process " + process());
            assertThat(lock.deadHolder()).isEmpty();
        }
        assertThat(ChildJvm.output(List.of(), Rival.class, List.of(file.toString()))).contains("taken");
    }

    @Test
    void theLockOfAProcessThatIsGoneIsTakenOverWithAWord() {
        Tree.write(file, Json.document(DEAD));
        try (OutputLock lock = OutputLock.take(file, NOW)) {
            assertThat(lock.deadHolder()).contains(DEAD);
        }
        Tree.write(file, Json.document(DEAD));
        assertThat(Runs.done(recipe).warnings())
                .contains(
                        "took the folder over from process 4711 on elsewhere, since "
                                + Instant.EPOCH
                                + ", which is gone");
    }

    private static long process() {
        return ProcessHandle.current().pid();
    }

    /// Another process that wants the lock.
    static final class Rival {

        private Rival() {}

        /// Prints whether it got it.
        public static void main(String[] files) {
            try (OutputLock lock = OutputLock.take(Path.of(files[0]), NOW)) {
                System.out.println("taken" + lock.deadHolder());
            } catch (StorageException refused) {
                System.out.println(refused.getMessage());
            }
        }
    }
}
