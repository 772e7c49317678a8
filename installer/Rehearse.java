import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/// Adds to an application image a cache of loaded classes, by rehearsing how the command line and the workbench start,
/// with the image's own Java.
///
/// The cache takes about 6 kB for each class, so that runs are not rehearsed; their classes come from the jars, a fifth
/// of a second later. Nor does it keep what is learnt of methods and small pieces of machine code: together they would
/// take 8 MB, and what starts take shows no difference.
///
/// The JVM uses the cache only with the same class path, whose jars have the same size and time. So the class path is
/// read from the image's `Millrace.cfg`, as its launchers do, and every file gets the one time that a package gives it.
///
/// `java Rehearse.java APP RUNTIME TIME SCRATCH`: the image's folder of jars, its Java, the time, a folder to work in.
public final class Rehearse {
    private static final String CLASS_PATH = "app.classpath=";
    private static final String CACHE = "millrace.aot";

    private Rehearse() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path app = Path.of(arguments[0]);
        Path runtime = Path.of(arguments[1]);
        FileTime time = FileTime.from(Instant.parse(arguments[2]));
        Path scratch = Files.createDirectories(Path.of(arguments[3]));
        settle(app, time);
        settle(runtime, time);
        rehearse(app, runtime, scratch);
        Files.setLastModifiedTime(app.resolve(CACHE), time);
    }

    private static void settle(Path folder, FileTime time) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.toList()) {
                Files.setLastModifiedTime(file, time);
            }
        }
    }

    private static void rehearse(Path app, Path runtime, Path scratch) throws IOException, InterruptedException {
        Path log = scratch.resolve("rehearsal.log");
        List<String> command = new ArrayList<>();
        command.add(runtime.resolve("bin").resolve("java").toString());
        command.add("-XX:AOTCacheOutput=" + app.resolve(CACHE));
        command.add("-Xlog:aot*=off");
        command.addAll(List.of("-XX:+UnlockDiagnosticVMOptions", "-XX:-AOTRecordTraining"));
        command.addAll(List.of("-XX:-AOTAdapterCaching", "-XX:-AOTStubCaching"));
        command.add("--enable-native-access=javafx.graphics,ALL-UNNAMED");
        // What a person keeps must neither be read nor changed here.
        command.add("-Duser.home=" + scratch);
        command.add("-Djava.util.prefs.userRoot=" + scratch);
        command.add("-Djava.util.prefs.systemRoot=" + scratch);
        command.addAll(List.of("-classpath", classPath(app), "dev.millrace.app.Rehearsal"));
        command.addAll(List.of(scratch.toString(), "start", "workbench"));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        Map<String, String> environment = builder.environment();
        List.of("DISPLAY", "WAYLAND_DISPLAY", "LOCALAPPDATA", "XDG_STATE_HOME").forEach(environment::remove);
        int code = builder.start().waitFor();
        if (code != 0 || !Files.exists(app.resolve(CACHE))) {
            throw new IOException(
                    String.format(Locale.ROOT, "the rehearsal ended with %d and left no cache: see %s", code, log));
        }
    }

    private static String classPath(Path app) throws IOException {
        List<String> jars =
                Files.readAllLines(app.resolve("Millrace.cfg")).stream()
                        .filter(line -> line.startsWith(CLASS_PATH))
                        .map(line -> line.replaceFirst(".*[/\\\\]", ""))
                        .map(jar -> app.resolve(jar).toString())
                        .toList();
        return String.join(System.getProperty("path.separator"), jars);
    }
}
