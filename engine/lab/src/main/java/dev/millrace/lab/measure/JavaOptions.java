package dev.millrace.lab.measure;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// How a JVM is started for a run: as `bin/millrace` starts it, whoever asks for the benchmark.
final class JavaOptions {

    private static final String CACHE = "millrace.aot"; // beside the jars of the distribution
    private static final List<String> ALWAYS =
            List.of("--enable-native-access=ALL-UNNAMED", "-XX:CompileThresholdScaling=10");

    private JavaOptions() {}

    /// The options that do not depend on the side.
    static List<String> ofEveryRun() {
        Path cache = placeOfClasses().resolveSibling(CACHE);
        return Files.isReadable(cache)
                ? List.of(ALWAYS.get(0), ALWAYS.get(1), "-XX:AOTCache=" + cache, "-Xlog:cds*=off", "-Xlog:aot*=off")
                : ALWAYS;
    }

    /// The jar, or the folder of classes.
    private static Path placeOfClasses() {
        try {
            return Path.of(MeasuredChild.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException never) {
            throw new IllegalStateException("classes lie at no place", never);
        }
    }
}
