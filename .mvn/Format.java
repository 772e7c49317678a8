import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import com.google.googlejavaformat.java.JavaFormatterOptions;
import com.google.googlejavaformat.java.JavaFormatterOptions.Style;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;

/// Formats every Java file of the repository (`write`), or fails and names those that are not as they would be written
/// (`check`). Maven runs it once, from the root; see `pom.xml`.
public final class Format {
    private static final Style STYLE = Style.AOSP.toBuilder().maxLineLength(120).build();
    private static final JavaFormatterOptions OPTIONS = JavaFormatterOptions.builder().style(STYLE).build();

    private Format() {}

    public static void main(String[] args) throws IOException {
        boolean write = args[0].equals("write");
        Path root = Path.of(args[1]).toAbsolutePath();
        List<String> problems =
                sources(root).parallelStream()
                        .map(file -> problem(file, root.relativize(file), write))
                        .filter(text -> !text.isEmpty())
                        .toList();
        problems.forEach(System.err::println);
        if (!problems.isEmpty() && !write) {
            System.err.println("run mvn -Pformat");
        }
        System.exit(problems.isEmpty() ? 0 : 1);
    }

    private static String problem(Path file, Path name, boolean write) {
        try {
            String before = Files.readString(file);
            String after = format(before);
            if (after.equals(before)) {
                return "";
            }
            if (!write) {
                return "not formatted: " + name;
            }
            Files.writeString(file, after);
            System.out.println("formatted: " + name);
            return "";
        } catch (FormatterException e) {
            return "cannot be read as Java: " + name + ":" + e.getMessage();
        } catch (IOException e) {
            return "cannot be read or written: " + name + ": " + e;
        }
    }

    /// Until nothing changes any more: breaking a long comment or text can need a second pass.
    private static String format(String source) throws FormatterException {
        Formatter formatter = new Formatter(OPTIONS);
        String text = source;
        for (int pass = 0; pass < 5; pass++) {
            String next = formatter.formatSourceAndFixImports(text);
            if (next.equals(text)) {
                break;
            }
            text = next;
        }
        return text;
    }

    private static List<Path> sources(Path root) throws IOException {
        List<Path> found = new ArrayList<>();
        Files.walkFileTree(
                root,
                new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                        String name = folder.getFileName().toString();
                        return name.equals("target") || name.equals(".git")
                                ? FileVisitResult.SKIP_SUBTREE
                                : FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                        if (file.toString().endsWith(".java")) {
                            found.add(file);
                        }
                        return FileVisitResult.CONTINUE;
                    }
                });
        found.sort(null);
        return found;
    }
}
