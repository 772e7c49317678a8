package dev.millrace.performance.peers;

import dev.millrace.performance.duckdb.DuckDbSide;

import org.duckdb.DuckDBDriver;

import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/// DuckDB's JDBC driver and the SQL side as a folder of classes, with the native library beside them. From its jar the
/// driver would unpack 70 MB at each start, which is no part of the comparison.
final class UnpackedDuckDb {

    private static final String LIBRARY = "libduckdb_java.so_"; // then system and architecture, in the driver's jar

    private final Path folder;

    /// Unpacks it, unless that has been done.
    UnpackedDuckDb(Path folder) throws IOException {
        this.folder = folder;
        Path whole = folder.resolve("_whole");
        if (Files.notExists(whole)) {
            unpack(jarOf(DuckDBDriver.class));
            unpack(jarOf(DuckDbSide.class));
            Files.createFile(whole);
        }
    }

    /// A side that runs a work in it.
    ///
    /// @param work as [DuckDbSide] knows it, or `WORK` for the task's own
    Side side(String work) {
        return new JavaSide(
                "duckdb",
                List.of(
                        "--enable-native-access=ALL-UNNAMED",
                        "-Djava.library.path=" + folder,
                        "-classpath",
                        folder.toString()),
                List.of(DuckDbSide.class.getName(), work, "FORMAT"));
    }

    private void unpack(Path jar) throws IOException {
        String library = LIBRARY + system() + "_" + architecture();
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                String name = entry.getName();
                boolean isLibrary = name.equals(library);
                if (isLibrary || name.endsWith(".class") || name.startsWith("META-INF/services/")) {
                    Path target = folder.resolve(isLibrary ? System.mapLibraryName("duckdb_java") : name).normalize();
                    Files.createDirectories(target.getParent());
                    try (InputStream content = zip.getInputStream(entry)) {
                        Files.write(target, content.readAllBytes());
                    }
                }
            }
        }
    }

    private static String system() {
        String name = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        return name.contains("win") ? "windows" : name.contains("mac") ? "macos" : "linux";
    }

    private static String architecture() {
        return System.getProperty("os.arch").equals("aarch64") ? "arm64" : "amd64";
    }

    private static Path jarOf(Class<?> type) throws IOException {
        try {
            return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException wrong) {
            throw new IOException("no file name: " + wrong.getMessage(), wrong);
        }
    }
}
