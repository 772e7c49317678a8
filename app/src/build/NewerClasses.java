import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFileVersion;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassHierarchyResolver.ClassHierarchyInfo;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/// Brings the classes of a jar that were compiled for Java 5 to the form of Java 8, with the stack maps that this asks
/// for. The cache of loaded classes takes no older ones: they would be read and checked at every start. What they do
/// stays the same, and the jar says what was changed.
///
/// `java NewerClasses.java FOLDER GLOB`, such as `lib picocli-*.jar`; at least one jar must be there.
public final class NewerClasses {

    private static final int NEW_ENOUGH = ClassFile.JAVA_6_VERSION; // the first with stack maps
    private static final LocalDateTime TIME = LocalDateTime.of(2026, 1, 1, 0, 0);
    private static final String NOTICE = "META-INF/CHANGED.txt";
    private static final String NOTICE_TEXT =
            """
            Classes of this jar that were compiled for Java 5 were given the form of Java 8, with stack maps, when Millrace
            was built. What they do was not changed.
            """;

    private static final ClassTransform NEWER =
            (builder, element) -> {
                if (element instanceof ClassFileVersion) {
                    builder.withVersion(ClassFile.JAVA_8_VERSION, 0);
                } else {
                    builder.with(element);
                }
            };

    private final Map<String, byte[]> entries = new LinkedHashMap<>();
    private final Map<ClassDesc, ClassHierarchyInfo> known = new HashMap<>();
    private final ClassFile writer =
            ClassFile.of(
                    ClassFile.StackMapsOption.GENERATE_STACK_MAPS,
                    ClassFile.ClassHierarchyResolverOption.of(
                            ((ClassHierarchyResolver) known::get).orElse(ClassHierarchyResolver.defaultResolver())));

    private NewerClasses(Path jar) throws IOException {
        try (ZipFile file = new ZipFile(jar.toFile())) {
            for (ZipEntry entry : Collections.list(file.entries())) {
                byte[] bytes = file.getInputStream(entry).readAllBytes();
                entries.put(entry.getName(), bytes);
                if (isClass(entry.getName())) {
                    ClassModel model = ClassFile.of().parse(bytes);
                    known.put(model.thisClass().asSymbol(), info(model));
                }
            }
        }
    }

    public static void main(String[] arguments) throws IOException {
        List<Path> jars = new ArrayList<>();
        try (DirectoryStream<Path> found = Files.newDirectoryStream(Path.of(arguments[0]), arguments[1])) {
            found.forEach(jars::add);
        }
        if (jars.isEmpty()) {
            throw new IllegalArgumentException("no " + arguments[1] + " in " + arguments[0]);
        }
        for (Path jar : jars) {
            byte[] newer = new NewerClasses(jar).newer();
            Files.write(jar, newer);
        }
    }

    private static boolean isClass(String name) {
        return name.endsWith(".class");
    }

    private static ClassHierarchyInfo info(ClassModel model) {
        return (model.flags().flagsMask() & ClassFile.ACC_INTERFACE) != 0
                ? ClassHierarchyInfo.ofInterface()
                : ClassHierarchyInfo.ofClass(
                        model.superclass().map(ClassEntry::asSymbol).orElse(ConstantDescs.CD_Object));
    }

    /// The jar with newer classes.
    private byte[] newer() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream jar = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                put(jar, entry.getKey(), isClass(entry.getKey()) ? newer(entry.getValue()) : entry.getValue());
            }
            put(jar, NOTICE, NOTICE_TEXT.getBytes(StandardCharsets.US_ASCII));
        }
        return bytes.toByteArray();
    }

    private static void put(ZipOutputStream jar, String name, byte[] bytes) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(TIME);
        jar.putNextEntry(entry);
        jar.write(bytes);
        jar.closeEntry();
    }

    /// The class in the newer form.
    private byte[] newer(byte[] bytes) {
        ClassModel model = ClassFile.of().parse(bytes);
        if (model.majorVersion() >= NEW_ENOUGH) {
            return bytes;
        }
        byte[] newer =
                writer.transformClass(
                        model, NEWER.andThen(ClassTransform.transformingMethodBodies(CodeTransform.ACCEPT_ALL)));
        List<VerifyError> errors = writer.verify(newer);
        if (!errors.isEmpty()) {
            throw new IllegalStateException(model.thisClass().asInternalName() + ": " + errors);
        }
        return newer;
    }
}
