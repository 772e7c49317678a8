import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/// Copies jars without the native libraries of other platforms: a library that brings them has up to thirty, of which
/// one is ever loaded. Those of JavaFX, which lie at the top of its jars, are unpacked into a folder of their own, as
/// else each person's first start would unpack them into their home folder. What is written depends on the jars only.
///
/// `java LeanJars.java FROM TO NATIVES PLATFORM` with the platform as JavaFX calls it: `linux`, `mac-aarch64`, `win`.
public final class LeanJars {
    private static final Pattern NATIVE = Pattern.compile(".*\\.(so|dll|dylib|jnilib|a)");
    private static final LocalDateTime TIME = LocalDateTime.of(2026, 1, 1, 0, 0);

    /// What libraries call a system and a processor, in folders such as `Linux/x86_64` and `linux-x86-64`.
    private static final Map<String, String> SYSTEMS =
            Map.of("linux", "linux", "mac", "darwin|mac", "win", "win|win32|windows");

    private static final String INTEL = "amd64|x86_64|x86-64";
    private static final String ARM = "aarch64|arm64";

    private final Path natives;
    private final Pattern own;

    private LeanJars(Path natives, String platform) {
        this.natives = natives;
        String system = SYSTEMS.get(platform.split("-", 2)[0]);
        if (system == null) {
            throw new IllegalArgumentException("no native libraries are known for the platform " + platform);
        }
        String processor = platform.endsWith("-aarch64") ? ARM : INTEL;
        own = Pattern.compile("(?i)(.*/)?(" + system + ")[/-](" + processor + ")/[^/]+");
    }

    public static void main(String[] arguments) throws IOException {
        Path from = Path.of(arguments[0]);
        Path to = Files.createDirectories(Path.of(arguments[1]));
        Path natives = Files.createDirectories(Path.of(arguments[2]));
        LeanJars lean = new LeanJars(natives, arguments[3]);
        try (DirectoryStream<Path> jars = Files.newDirectoryStream(from, "*.jar")) {
            for (Path jar : jars) {
                lean.copy(jar, to.resolve(jar.getFileName()));
            }
        }
    }

    private void copy(Path from, Path to) throws IOException {
        try (ZipFile jar = new ZipFile(from.toFile());
                OutputStream file = Files.newOutputStream(to);
                ZipOutputStream lean = new ZipOutputStream(file)) {
            lean.setLevel(Deflater.BEST_COMPRESSION);
            List<? extends ZipEntry> entries = Collections.list(jar.entries());
            for (ZipEntry entry : entries) {
                boolean library = NATIVE.matcher(entry.getName().toLowerCase(Locale.ROOT)).matches();
                try (InputStream bytes = jar.getInputStream(entry)) {
                    if (library && entry.getName().indexOf('/') < 0) {
                        Files.copy(bytes, natives.resolve(entry.getName()));
                    } else if (!library || own.matcher(entry.getName()).matches()) {
                        ZipEntry kept = new ZipEntry(entry.getName());
                        kept.setTimeLocal(TIME);
                        lean.putNextEntry(kept);
                        bytes.transferTo(lean);
                        lean.closeEntry();
                    }
                }
            }
        }
    }
}
