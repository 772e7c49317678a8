package dev.millrace.engine.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millrace.engine.faults.Operation.Kind;
import dev.millrace.engine.faults.SmallRun.Outcome;
import dev.millrace.engine.faults.SmallRun.Way;
import dev.millrace.engine.testing.Tree;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// The tool itself: it is a file system, it does what it is told, and a power cut leaves what it should.
class FaultyFileSystemTest {

    @TempDir private Path folder;

    /// The whole engine works on it, so nothing of a run goes past it.
    @ParameterizedTest
    @CsvSource({
        "BATCH, csv",
        "BATCH, jsonl",
        "BATCH, parquet",
        "THREE_WORKERS, csv",
        "THREE_WORKERS, jsonl",
        "THREE_WORKERS, parquet"
    })
    void aRunWithoutTroubleGoesThroughItWhole(Way way, String format) {
        SmallRun run = SmallRun.of(folder, way);
        SmallRun converted = format.equals("csv") ? run : run.converted(format);
        Outcome outcome = converted.run(new Trouble.None());
        assertThat(outcome.manifest().rows().balanced()).isTrue();
        assertThat(outcome.manifest().rows().in()).isEqualTo(format.equals("csv") ? 91 : 90);
        assertThat(outcome.leftOpen()).isZero();
        Set<Path> touched = outcome.disk().operations().stream().map(Operation::path).collect(Collectors.toSet());
        assertThat(touched)
                .containsAll(
                        outcome.manifest().outputs().stream().map(file -> run.output().resolve(file.path())).toList())
                .contains(run.output().resolve("_SUCCESS"));
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"DISK_FULL", "IO_ERROR"})
    void theOrderedOperationFails(Fault fault) throws IOException {
        try (FaultyFileSystem system = FaultyFileSystem.over(folder, new Trouble.Failing(2, fault, false));
                FileChannel channel = created(system, "a")) {
            assertThatThrownBy(() -> channel.write(bytes("1234"))).hasMessage(fault.reason());
            assertThat(channel.write(bytes("5678"))).isEqualTo(4);
            assertThat(system.disk().operations())
                    .extracting(Operation::kind)
                    .containsExactly(Kind.CREATE, Kind.WRITE, Kind.WRITE);
        }
        assertThat(folder.resolve("a")).hasContent("5678");
    }

    @Test
    void aFullDiskTakesHalfOfAWriteAndStaysFull() throws IOException {
        try (FaultyFileSystem system = FaultyFileSystem.over(folder, new Trouble.Failing(2, Fault.DISK_FULL, true));
                FileChannel channel = created(system, "a")) {
            assertThat(channel.write(bytes("1234"))).isEqualTo(2);
            assertThatThrownBy(() -> channel.write(bytes("34"))).hasMessage("No space left on device");
            Files.delete(system.path(folder.resolve("a")));
        }
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aForbiddenFileIsNotOpened() {
        Trouble forbidden = new Trouble.Failing(1, Fault.ACCESS_DENIED, false);
        assertThatThrownBy(() -> created(FaultyFileSystem.over(folder, forbidden), "a"))
                .isInstanceOf(AccessDeniedException.class);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aDeadProcessDoesNothingMore() throws IOException {
        try (FaultyFileSystem system = FaultyFileSystem.over(folder, new Trouble.Dying(2))) {
            FileChannel channel = created(system, "a");
            assertThatThrownBy(() -> channel.write(bytes("1234"))).isInstanceOf(ProcessDied.class);
            assertThatThrownBy(channel::close).isInstanceOf(ProcessDied.class);
            assertThatThrownBy(() -> Files.delete(system.path(folder.resolve("a")))).isInstanceOf(ProcessDied.class);
        }
        assertThat(folder.resolve("a")).isEmptyFile();
    }

    @Test
    void aPowerCutLosesWhatWasNotForced() throws IOException {
        try (FaultyFileSystem system = FaultyFileSystem.over(folder, new Trouble.None())) {
            Path out = Files.createDirectory(system.path(folder.resolve("out"))); // operation 1
            force(system.path(folder)); // 2 to 4: open, force, close
            FileChannel file = created(system, "out/.a"); // 5
            file.write(bytes("safe")); // 6
            file.force(true); // 7
            file.write(bytes("LOST")); // 8
            force(out); // 9 to 11
            Files.move(out.resolve(".a"), out.resolve("a"), StandardCopyOption.ATOMIC_MOVE); // 12
            force(out); // 13 to 15
            file.force(true); // 16
            file.close();
            assertThat(left(system, 2)).isEmpty();
            assertThat(left(system, 9)).isEmpty();
            assertThat(left(system, 12)).containsExactly(".a: safe");
            assertThat(left(system, 15)).containsExactly("a: safe");
            assertThat(left(system, 16)).containsExactly("a: safeLOST");
        }
    }

    private List<String> left(FaultyFileSystem system, long at) {
        Path target = folder.resolve("left" + at);
        system.disk().log().restore(at, Survival.FORCED, 1, "out", target);
        return Tree.files(target).entrySet().stream().map(file -> file.getKey() + ": " + file.getValue()).toList();
    }

    private FileChannel created(FaultyFileSystem system, String name) throws IOException {
        return FileChannel.open(
                system.path(folder.resolve(name)), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    }

    private static void force(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private static ByteBuffer bytes(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII));
    }
}
