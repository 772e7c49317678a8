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
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/// Brings classes that were compiled for Java 5 to the form of Java 8, with the stack maps that this asks for. The
/// cache of loaded classes takes no older ones: they would be read and checked at every start. What they do stays the
/// same.
final class NewerClasses {

    private static final ClassTransform NEWER =
            (builder, element) -> {
                if (element instanceof ClassFileVersion) {
                    builder.withVersion(ClassFile.JAVA_8_VERSION, 0);
                } else {
                    builder.with(element);
                }
            };

    private final Map<ClassDesc, ClassHierarchyInfo> known = new HashMap<>();
    private final ClassFile writer =
            ClassFile.of(
                    ClassFile.StackMapsOption.GENERATE_STACK_MAPS,
                    ClassFile.ClassHierarchyResolverOption.of(
                            ((ClassHierarchyResolver) known::get).orElse(ClassHierarchyResolver.defaultResolver())));

    /// Learns what the classes of a jar extend.
    void read(Path jar) throws IOException {
        try (ZipFile file = new ZipFile(jar.toFile())) {
            List<? extends ZipEntry> entries = Collections.list(file.entries());
            for (ZipEntry entry : entries) {
                if (ReachableClasses.isClass(entry)) {
                    ClassModel model = ClassFile.of().parse(file.getInputStream(entry).readAllBytes());
                    known.put(model.thisClass().asSymbol(), info(model));
                }
            }
        }
    }

    private static ClassHierarchyInfo info(ClassModel model) {
        return (model.flags().flagsMask() & ClassFile.ACC_INTERFACE) != 0
                ? ClassHierarchyInfo.ofInterface()
                : ClassHierarchyInfo.ofClass(
                        model.superclass().map(ClassEntry::asSymbol).orElse(ConstantDescs.CD_Object));
    }

    /// The class in the newer form.
    byte[] newer(byte[] bytes) {
        ClassModel model = ClassFile.of().parse(bytes);
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
