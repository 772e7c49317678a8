package dev.millrace.engine.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;

import dev.millrace.engine.dataset.Dialect;
import dev.millrace.engine.dataset.FileType;
import dev.millrace.engine.dataset.Shard;
import dev.millrace.engine.dataset.Split;
import dev.millrace.engine.problem.DataException;
import dev.millrace.engine.problem.Problem;
import dev.millrace.engine.testing.Tree;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

class TextHeaderTest {

    private static final FileType CSV = FileType.ofFileName("part-1.csv").orElseThrow();

    @AutoClose private final FileSystem files = Jimfs.newFileSystem(Configuration.unix());

    @ParameterizedTest
    @ValueSource(strings = {"", "\uFEFF", "\n", "\r\n\r\n", "\uFEFF\n"})
    void aFileWithoutARecordHasNoHeader(String text) throws IOException {
        assertThat(header(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "\r\n", "\r"})
    void namesAreUnquotedAndBytesKept(String lineBreak) throws IOException {
        String record = "a,\"b,c\",\"say \"\"hi\"\"\",\"two\nlines\",,x__DOT__y,größe";
        TextHeader header = header("\uFEFF" + record + lineBreak).orElseThrow();
        assertThat(header.columns()).containsExactly("a", "b,c", "say \"hi\"", "two\nlines", "", "x.y", "größe");
        assertThat(new String(header.raw(), StandardCharsets.UTF_8))
                .isEqualTo(record + (lineBreak.isEmpty() ? "\n" : lineBreak));
    }

    @Test
    void blankLinesBeforeItAreSkipped() throws IOException {
        TextHeader header = header("\r\n\n\ra,b\r\n1,2\r\n").orElseThrow();
        assertThat(header.columns()).containsExactly("a", "b");
        assertThat(header.end()).isEqualTo("\r\n\n\ra,b\r\n".length());
    }

    /// As in a data row: a quote opens a cell only at its beginning.
    @Test
    void aQuoteInsideAnUnquotedNameIsAPlainCharacter() throws IOException {
        TextHeader header = header("12\" pipe,b\n1,2\n").orElseThrow();
        assertThat(header.columns()).containsExactly("12\" pipe", "b");
        assertThat(new String(header.raw(), StandardCharsets.UTF_8)).isEqualTo("12\" pipe,b\n");
    }

    /// The header is first looked for in the first 16 KiB; here they end anywhere around its line break.
    @ParameterizedTest
    @ValueSource(ints = {-3, -2, -1, 0, 1, 2})
    void aLineBreakMayLieWhereTheFirstReadEnds(int shift) throws IOException {
        String names = "a," + "b".repeat((1 << 14) + shift - 2);
        TextHeader header = header(names + "\r\n1,2\r\n").orElseThrow();
        assertThat(new String(header.raw(), StandardCharsets.UTF_8)).isEqualTo(names + "\r\n");
        assertThat(header.end()).isEqualTo(names.length() + 2L);
        assertThat(header.lineBreak()).containsExactly('\r', '\n');
    }

    @Test
    void aHeaderMayBeLong() throws IOException {
        List<String> names = IntStream.range(0, 20_000).mapToObj(i -> "column " + i).toList();
        String record = names.stream().collect(Collectors.joining("\",\"", "\"", "\""));
        assertThat(header(record + "\n").orElseThrow().columns()).isEqualTo(names);
        assertThat(header(record).orElseThrow().columns()).isEqualTo(names);
    }

    @Test
    void aNameTwiceIsAnError() {
        assertThat(problem("a,b,\"a\"\n").message())
                .isEqualTo(
                        "/part-1.csv, line 1: the header names the column 'a' twice. Give each column a name of its"
                                + " own.");
        assertThat(problem("x.y,x__DOT__y\n").finding()).contains("'x.y' twice");
    }

    @Test
    void anUnclosedQuoteIsAnError() {
        assertThat(problem("a,\"b\n1,2\n").message())
                .startsWith("/part-1.csv, line 1: a quote of the header is never closed");
    }

    @Test
    void undecodableBytesAreAnError() {
        Path file = Tree.write(files.getPath("/part-1.csv"), "größe,b\n".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(problem(file).message())
                .isEqualTo(
                        "/part-1.csv, line 1: the header is not UTF-8. Save the file as UTF-8, or say its encoding in"
                                + " dataset.dialect.encoding.");
    }

    private Optional<TextHeader> header(String text) throws IOException {
        return TextHeader.of(shard(Tree.write(files.getPath("/part-1.csv"), text)), Dialect.CSV);
    }

    private Problem problem(String text) {
        return problem(Tree.write(files.getPath("/part-1.csv"), text));
    }

    private static Problem problem(Path file) {
        DataException failure =
                catchThrowableOfType(DataException.class, () -> TextHeader.of(shard(file), Dialect.CSV));
        assertThat(failure).isNotNull();
        return failure.problems().getFirst();
    }

    private static Shard shard(Path file) {
        return new Shard(Split.TRAIN, 1, file, CSV, 0);
    }
}
