package dev.millrace.performance.peers;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// Millrace as its users start it.
///
/// @param launcher `bin/millrace` of the built distribution
/// @param heap such as `128m`; empty for the JVM's own choice
record MillraceSide(Path launcher, String mode, String heap) implements Side {

    @Override
    public String name() {
        return heap.isEmpty() ? mode : mode + " -Xmx" + heap;
    }

    @Override
    public List<String> command(Task task, Path recipe, Path output) {
        return List.of(launcher.toString(), "run", recipe.toString(), "--mode", mode);
    }

    @Override
    public Map<String, String> environment() {
        return Map.of("MILLRACE_OPTS", heap.isEmpty() ? "" : "-Xmx" + heap);
    }
}
