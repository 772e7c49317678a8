import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/// Copies jars without what no run of the program reads: native libraries of other platforms, of which a library brings
/// up to thirty; debug data, of our own classes only the names of variables, so that a stack trace still has lines; and
/// of some large libraries the classes that nothing names ([ReachableClasses]). JavaFX's native libraries, which lie at
/// the top of its jars, are unpacked into a folder of their own, as else each person's first start would unpack them
/// into their home folder. What is written depends on the jars only.
///
/// `java LeanJars.java FROM TO NATIVES PLATFORM` with the platform as JavaFX calls it: `linux`, `mac-aarch64`, `win`.
public final class LeanJars {
    private static final Pattern NATIVE = Pattern.compile(".*\\.(so|dll|dylib|jnilib|a)");
    private static final LocalDateTime TIME = LocalDateTime.of(2026, 1, 1, 0, 0);

    /// Libraries of which the program uses little, and which name classes in full: in code, or in files beside it. Not
    /// those whose licence asks that a changed library be marked as such.
    private static final Pattern SHRUNK = Pattern.compile("(atlantafx|batik|commons|controlsfx|jna-platform|jts)-.*");

    /// Parquet names its types; as what it runs on is not there (see the parent POM), nothing of it ever runs.
    private static final Pattern TYPES = Pattern.compile("hadoop-.*");

    private static final Pattern OWN = Pattern.compile("millrace-.*");

    /// What libraries call a system and a processor, in folders such as `Linux/x86_64` and `linux-x86-64`.
    private static final Map<String, String> SYSTEMS =
            Map.of("linux", "linux", "mac", "darwin|mac", "win", "win|win32|windows");

    private static final String INTEL = "amd64|x86_64|x86-64";
    private static final String ARM = "aarch64|arm64";

    private final Path natives;
    private final Pattern ownNative;
    private final ReachableClasses reachable = new ReachableClasses();

    private LeanJars(Path natives, String platform) {
        this.natives = natives;
        String system = SYSTEMS.get(platform.split("-", 2)[0]);
        if (system == null) {
            throw new IllegalArgumentException("no native libraries are known for the platform " + platform);
        }
        String processor = platform.endsWith("-aarch64") ? ARM : INTEL;
        ownNative = Pattern.compile("(?i)(.*/)?(" + system + ")[/-](" + processor + ")/[^/]+");
    }

    public static void main(String[] arguments) throws IOException {
        Path from = Path.of(arguments[0]);
        Path to = Files.createDirectories(Path.of(arguments[1]));
        Path natives = Files.createDirectories(Path.of(arguments[2]));
        LeanJars lean = new LeanJars(natives, arguments[3]);
        List<Path> jars = new ArrayList<>();
        try (DirectoryStream<Path> found = Files.newDirectoryStream(from, "*.jar")) {
            found.forEach(jars::add);
        }
        for (Path jar : jars) {
            lean.reachable.read(jar, kept(name(jar)));
        }
        for (Path jar : jars) {
            lean.copy(jar, to.resolve(jar.getFileName()));
        }
    }

    private void copy(Path from, Path to) throws IOException {
        boolean own = OWN.matcher(name(from)).matches();
        try (ZipFile jar = new ZipFile(from.toFile());
                OutputStream file = Files.newOutputStream(to);
                ZipOutputStream lean = new ZipOutputStream(file)) {
            lean.setLevel(Deflater.BEST_COMPRESSION);
            List<? extends ZipEntry> entries = Collections.list(jar.entries());
            for (ZipEntry entry : entries) {
                byte[] bytes = jar.getInputStream(entry).readAllBytes();
                if (isNative(entry) && entry.getName().indexOf('/') < 0) {
                    Files.write(natives.resolve(entry.getName()), bytes);
                } else if (isKept(entry)) {
                    ZipEntry kept = new ZipEntry(entry.getName());
                    kept.setTimeLocal(TIME);
                    lean.putNextEntry(kept);
                    lean.write(ReachableClasses.isClass(entry) ? withoutDebugData(bytes, own) : bytes);
                    lean.closeEntry();
                }
            }
        }
    }

    private static ReachableClasses.Kept kept(String jar) {
        if (TYPES.matcher(jar).matches()) {
            return ReachableClasses.Kept.TYPES;
        }
        return SHRUNK.matcher(jar).matches() ? ReachableClasses.Kept.NAMED : ReachableClasses.Kept.WHOLE;
    }

    private boolean isKept(ZipEntry entry) {
        return isNative(entry) ? ownNative.matcher(entry.getName()).matches() : reachable.isKept(entry);
    }

    private static boolean isNative(ZipEntry entry) {
        return NATIVE.matcher(entry.getName().toLowerCase(Locale.ROOT)).matches();
    }

    private static String name(Path jar) {
        return jar.getFileName().toString();
    }

    private static byte[] withoutDebugData(byte[] bytes, boolean withLines) {
        ClassReader reader = new ClassReader(bytes);
        ClassWriter writer = new ClassWriter(0); // with constants of its own: names of variables are left out
        reader.accept(withLines ? new WithoutVariables(writer) : writer, withLines ? 0 : ClassReader.SKIP_DEBUG);
        return writer.toByteArray();
    }

    /// Leaves out what local variables are called.
    private static final class WithoutVariables extends ClassVisitor {

        WithoutVariables(ClassVisitor next) {
            super(Opcodes.ASM9, next);
        }

        @Override
        public MethodVisitor visitMethod(
                int access, String name, String descriptor, String signature, String[] exceptions) {
            return new MethodVisitor(api, super.visitMethod(access, name, descriptor, signature, exceptions)) {
                @Override
                public void visitLocalVariable(
                        String variable, String type, String generic, Label start, Label end, int index) {
                    // for debuggers only
                }
            };
        }
    }
}
