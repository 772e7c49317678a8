package dev.millrace.engine.testing;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/// Data that lies beside the repository and is not part of it. A test that wants it is skipped where it is absent.
public final class SharedData {

    private SharedData() {}

    /// A folder or file of the `shared` folder beside the repository.
    public static Path path(String name) {
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            Path shared = at.resolveSibling("shared").resolve(name);
            if (Files.exists(shared)) {
                return shared;
            }
        }
        assumeTrue(false, "there is no shared/" + name + " beside the repository");
        throw new AssertionError();
    }
}
