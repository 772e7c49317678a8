import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.constantpool.PoolEntry;
import java.lang.classfile.constantpool.Utf8Entry;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/// Tells which classes of some libraries can ever be loaded: those named in full by any class that is kept or by any
/// file beside classes, such as lists of services and settings. Every name counts, whatever it is for, so that more is
/// kept than is used; but a name that is put together while the program runs is not seen, wherefore a library that does
/// this is to be kept whole.
final class ReachableClasses {

    /// How much of a library is kept.
    enum Kept {
        /// Everything.
        WHOLE,
        /// What is named by what is kept, wherever that is.
        NAMED,
        /// What other libraries name, and what that extends: enough for types that stand in signatures and never run.
        TYPES
    }

    private static final Pattern VERSIONED = Pattern.compile("META-INF/versions/\\d+/");
    private static final Pattern NAME = Pattern.compile("[\\w$]+(?:[./][\\w$]+)+");
    private static final String CLASS = ".class";

    private final Map<String, Set<String>> named = new HashMap<>(); // of each class that is not kept so far
    private final Set<String> kept = new HashSet<>();
    private final Deque<String> found = new ArrayDeque<>(); // named by what is kept

    /// Reads a jar, of which so much is to be kept.
    void read(Path jar, Kept much) throws IOException {
        try (ZipFile file = new ZipFile(jar.toFile())) {
            List<? extends ZipEntry> entries = Collections.list(file.entries());
            for (ZipEntry entry : entries) {
                byte[] bytes = file.getInputStream(entry).readAllBytes();
                if (!isClass(entry)) {
                    found.addAll(much == Kept.TYPES ? Set.of() : names(new String(bytes, StandardCharsets.ISO_8859_1)));
                } else {
                    read(className(entry), ClassFile.of().parse(bytes), much);
                }
            }
        }
    }

    private void read(String name, ClassModel model, Kept much) {
        switch (much) {
            case WHOLE -> {
                kept.add(name);
                found.addAll(constants(model));
            }
            case NAMED -> named.computeIfAbsent(name, _ -> new HashSet<>()).addAll(constants(model));
            case TYPES -> named.computeIfAbsent(name, _ -> new HashSet<>()).addAll(supertypes(model));
        }
    }

    static boolean isClass(ZipEntry entry) {
        return entry.getName().endsWith(CLASS);
    }

    /// Whether a file of a jar is kept; all jars have been read by now.
    boolean isKept(ZipEntry entry) {
        while (!found.isEmpty()) {
            follow(found.remove());
        }
        return !isClass(entry) || kept.contains(className(entry));
    }

    /// Keeps what a name stands for: `a.b.C.D` may be the class `a/b/C$D`, and `La/b/C` a type.
    private void follow(String name) {
        String candidate = name.replace('.', '/');
        for (int end = candidate.length(); end > 0; end = candidate.lastIndexOf('/', end - 1)) {
            String nested = candidate.substring(0, end) + candidate.substring(end).replace('/', '$');
            keep(nested);
            if (nested.startsWith("L")) {
                keep(nested.substring(1));
            }
        }
    }

    private void keep(String name) {
        Set<String> more = named.remove(name);
        if (more != null) {
            kept.add(name);
            found.addAll(more);
        }
    }

    private static Set<String> supertypes(ClassModel model) {
        return Stream.concat(model.superclass().stream(), model.interfaces().stream())
                .map(ClassEntry::asInternalName)
                .collect(Collectors.toSet());
    }

    private static Set<String> constants(ClassModel model) {
        Set<String> names = new HashSet<>();
        for (PoolEntry entry : model.constantPool()) {
            if (entry instanceof Utf8Entry text) {
                names.addAll(names(text.stringValue()));
            }
        }
        return names;
    }

    private static Set<String> names(String text) {
        Set<String> names = new HashSet<>();
        Matcher matcher = NAME.matcher(text);
        while (matcher.find()) {
            names.add(matcher.group());
        }
        return names;
    }

    private static String className(ZipEntry entry) {
        String name = VERSIONED.matcher(entry.getName()).replaceFirst("");
        return name.substring(0, name.length() - CLASS.length());
    }
}
