package dev.millrace.lab.measure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Over a folder that looks like the kernel's.
class ControlGroupTest {

    @TempDir private Path folder;

    private ControlGroup of(String membership) throws IOException {
        return ControlGroup.of(Files.writeString(folder.resolve("cgroup"), membership), folder.resolve("groups"));
    }

    private void group(String path, String memory, String processors) throws IOException {
        Path group = Files.createDirectories(folder.resolve("groups").resolve(path));
        Files.writeString(group.resolve("memory.max"), memory + "\n");
        Files.writeString(group.resolve("cpu.max"), processors + "\n");
    }

    @Test
    void theGroupsOwnLimitsAreRead() throws IOException {
        group("user.slice", "max", "max 100000");
        group("user.slice/run-7.scope", "637534208", "150000 100000");

        assertThat(of("0::/user.slice/run-7.scope\n")).isEqualTo(new ControlGroup(637_534_208L, 1.5));
    }

    @Test
    void aTighterLimitOfAGroupAroundItHolds() throws IOException {
        group("a", "1000", "max 100000");
        group("a/b", "2000", "50000 100000");

        assertThat(of("0::/a/b\n")).isEqualTo(new ControlGroup(1000L, 0.5));
    }

    @Test
    void whereThereIsNoLimitNoneIsTold() throws IOException {
        group("a", "max", "max 100000");

        assertThat(of("0::/a\n")).isEqualTo(new ControlGroup(null, null));
        assertThat(of("0::/elsewhere\n")).isEqualTo(new ControlGroup(null, null));
        assertThat(of("4:memory:/of/version/one\n")).isEqualTo(new ControlGroup(null, null));
        assertThat(ControlGroup.of(folder.resolve("absent"), folder)).isEqualTo(new ControlGroup(null, null));
    }
}
