package dev.millrace.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.engine.problem.StorageException;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/// Which faults are worth another attempt.
class TransientFaultsTest {

    private static final Path FILE = Path.of("workspace/part-00001.csv");

    @Test
    void aFaultOfTheDeviceMayPassWhateverThePathIsCalled() {
        assertThat(isTransient(new FileSystemException(FILE.toString(), null, "Input/output error"))).isTrue();
        assertThat(isTransient(new IOException("Stale file handle"))).isTrue();
    }

    @Test
    void aFullDiskAndAnAbsentFileDoNotPass() {
        assertThat(isTransient(new FileSystemException(FILE.toString(), null, "No space left on device"))).isFalse();
        assertThat(isTransient(new IOException("out of disk space"))).isFalse();
        assertThat(isTransient(new NoSuchFileException(FILE.toString()))).isFalse();
    }

    private static boolean isTransient(IOException fault) {
        return TransientFaults.isTransient(StorageException.writing(FILE, fault));
    }
}
