package dev.millrace.engine.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;

import dev.millrace.engine.block.BlockSize;
import dev.millrace.engine.problem.DataException;
import dev.millrace.engine.problem.EngineException;
import dev.millrace.engine.problem.Problem;
import dev.millrace.engine.testing.RecipeText;
import dev.millrace.engine.testing.Runs;
import dev.millrace.engine.testing.Tree;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/// Rows that are no rows: each error names file and line, says what was found, and how to mend it.
class BadTextTest {

    private static final List<BlockSize> SIZES =
            List.of(new BlockSize(1, 1), new BlockSize(5, 2), new BlockSize(64, 100), BlockSize.DEFAULT);

    @AutoClose private final FileSystem files = Jimfs.newFileSystem(Configuration.unix());

    private final Path in = files.getPath("/in");
    private final Path out = files.getPath("/out");

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            quoteCharacter = '`',
            textBlock =
                    """
                    short row               | f,label\\nx,1\\ny\\nz,1\\n                   | 3 | the row has 1 field but the header has 2: y
                    long row                | f,label\\nx,1\\ny,0,7\\n                     | 3 | the row has 3 fields but the header has 2: y,0,7
                    bad row of CRLF         | f,label\\r\\nx,1\\r\\ny,0,7\\r\\n              | 3 | the row has 3 fields
                    bad row of CR           | f,label\\rx,1\\ry,0,7\\r                     | 3 | the row has 3 fields
                    after line breaks       | f,label\\n"x\\r\\ny\\nz\\r",1\\n\\n"a"b,0\\n    | 7 | text follows the closing quote of column 'f': "a"b,0
                    text after a quote      | f,label\\nx,1\\n"a"b,0\\n                     | 3 | text follows the closing quote of column 'f'
                    blank after a quote     | f,label\\nx,1\\n"a" ,0\\n                     | 3 | text follows the closing quote of column 'f'
                    text after last quote   | f,label\\nx,1\\na,"0"1\\n                     | 3 | text follows the closing quote of column 'label'
                    last row without a line | f,label\\nx,1\\ny                            | 3 | the row has 1 field
                    unterminated quote      | f,label\\nx,1\\n"y,0\\nz,1\\n                  | 3 | a quote opened in this row is never closed
                    unterminated after CRLF | f,label\\r\\n\\r\\nx,1\\r\\ny,"0\\r\\n            | 4 | a quote opened in this row is never closed
                    quote at the very end   | f,label\\nx,1\\ny,"                          | 3 | a quote opened in this row is never closed
                    """,
            delimiter = '|')
    void anErrorNamesFileAndLine(String name, String escaped, long line, String finding) {
        Tree.write(in.resolve("part-00001.csv"), "f,label\nfine,1\n");
        Tree.write(in.resolve("part-00002.csv"), escaped.replace("\\n", "\n").replace("\\r", "\r"));
        for (BlockSize size : SIZES) {
            for (RecipeText recipe : List.of(recipe().batch(), recipe().streaming(2))) {
                Problem problem = problem(Runs.failure(recipe, size), DataException.class);
                assertThat(problem.place().source()).as("%s %s", name, size).isEqualTo("/in/part-00002.csv");
                assertThat(problem.place().line()).as("%s %s", name, size).isEqualTo(line);
                assertThat(problem.finding()).startsWith(finding);
                assertThat(problem.remedy()).isNotBlank();
                assertThat(problem.message())
                        .containsPattern("part-00002\\.csv, line " + line + "(, column '[^']+')?: ");
            }
        }
    }

    @Test
    void undecodableBytesInAFittedColumnAreAnErrorWithTheirLine() {
        Tree.write(
                in.resolve("part-00001.csv"),
                latin(UTF_8_MARK + "f,label\r\nx,1\r\n\"a\r\nb\",1\r\nm\u00FCller,0\r\n"));
        for (BlockSize size : SIZES) {
            for (RecipeText recipe : List.of(recipe().batch(), recipe().streaming(1))) {
                Problem problem = problem(Runs.failure(recipe, size), DataException.class);
                assertThat(problem.place().toString()).as("%s", size).isEqualTo("/in/part-00001.csv, line 5");
                assertThat(problem.finding()).contains("not UTF-8");
                assertThat(problem.remedy()).isNotBlank();
            }
        }
    }

    @Test
    void undecodableBytesInALabelAreAnErrorToo() {
        Tree.write(in.resolve("part-00001.csv"), latin(UTF_8_MARK + "f,label\nx,1\ny,\u00FC\n"));
        Problem problem = problem(Runs.failure(recipe()), DataException.class);
        assertThat(problem.place().toString()).isEqualTo("/in/part-00001.csv, line 3");
    }

    @Test
    void undecodableBytesThatNobodyLooksAtArePassedThrough() {
        Tree.write(in.resolve("part-00001.csv"), latin("f,label,note\nx,1,m\u00FCller\nx,0,\u00FF\u00FE\n"));
        Runs.done(recipe().streaming(1));
        assertThat(Tree.bytes(out.resolve("train/part-00001.csv")))
                .isEqualTo("f,label,note\n0.5,1,m\u00FCller\n0.5,0,\u00FF\u00FE\n");
    }

    @Test
    void anExcerptOfALongRowIsShort() {
        Tree.write(in.resolve("part-00001.csv"), "f,label\nx,1\n" + "y".repeat(10_000) + "\n");
        Problem problem = problem(Runs.failure(recipe()), DataException.class);
        assertThat(problem.finding()).endsWith("…").hasSizeLessThan(200);
    }

    @Test
    void ofSeveralBadShardsTheFirstIsReportedForAnyNumberOfWorkers() {
        Tree.write(in.resolve("part-00001.csv"), "f,label\n" + "fine,1\n".repeat(5000));
        Tree.write(in.resolve("part-00002.csv"), "f,label\n" + "fine,1\n".repeat(5000) + "x\n");
        Tree.write(in.resolve("part-00003.csv"), "f,label\nx\n");
        for (int workers : new int[] {1, 2, 3}) {
            Problem problem = problem(Runs.failure(recipe().streaming(workers)), DataException.class);
            assertThat(problem.place().toString()).isIn("/in/part-00002.csv, line 5002", "/in/part-00003.csv, line 2");
            assertThat(workers == 1 && problem.place().line() == 2).isFalse();
        }
    }

    @Test
    void aRowBeyondTheLimitNamesTheLimit(@TempDir Path folder) throws IOException {
        Path shard = Tree.write(folder.resolve("in/part-00001.csv"), "f,label\nx,1\n\"");
        try (RandomAccessFile sparse = new RandomAccessFile(shard.toFile(), "rw")) {
            sparse.setLength(TextBlockReader.MOST_ROW_BYTES + 1000L);
        }
        try (FileChannel channel = FileChannel.open(shard, StandardOpenOption.APPEND)) {
            channel.write(ByteBuffer.wrap("\",1\n".getBytes(StandardCharsets.UTF_8)));
        }
        RecipeText recipe =
                RecipeText.of(folder.resolve("in"), folder.resolve("out"))
                        .label("label")
                        .riskTable(List.of("f"), "1")
                        .streaming(1);
        Problem problem = problem(Runs.failure(recipe), DataException.class);
        assertThat(problem.place().toString()).isEqualTo(shard + ", line 3");
        assertThat(problem.finding()).startsWith("a row is longer than 16 MiB");
        assertThat(problem.remedy()).isNotBlank();
    }

    /// The bytes of a UTF-8 byte order mark, without which such a file is taken as windows-1252.
    private static final String UTF_8_MARK = "\u00EF\u00BB\u00BF";

    private RecipeText recipe() {
        return RecipeText.of(in, out).label("label").riskTable(List.of("f"), "1");
    }

    private static byte[] latin(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static Problem problem(EngineException failure, Class<? extends EngineException> type) {
        assertThat(failure).isInstanceOf(type);
        assertThat(failure.problems()).hasSize(1);
        return failure.problems().getFirst();
    }
}
