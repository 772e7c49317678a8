package dev.millrace.engine.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.engine.dataset.Dialect;
import dev.millrace.engine.dataset.FileType;
import dev.millrace.engine.dataset.Shard;
import dev.millrace.engine.dataset.ShardFormat;
import dev.millrace.engine.dataset.Split;
import dev.millrace.engine.testing.RawCsv;
import dev.millrace.engine.testing.Seeds;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/// The kernel by itself, on bytes: raw cells against a reader of one character at a time.
class RecordScannerTest {

    private static final FileType CSV = FileType.ofFileName("part-1.csv").orElseThrow();

    private final List<String> irregular = new ArrayList<>();
    private final RecordFinder.Irregularities irregularities =
            new RecordFinder.Irregularities() {
                @Override
                public void fieldCount(int recordStart, int recordEnd, int found) {
                    irregular.add(recordStart + ".." + recordEnd + " has " + found);
                }

                @Override
                public void textAfterQuote(int recordStart, int recordEnd, int field) {
                    irregular.add(recordStart + ".." + recordEnd + " field " + field);
                }
            };

    @Seeds(count = 300)
    void rawCellsAreThoseOfTheSimpleReaderWhereverTheTextLies(long seed) {
        Random random = new Random(seed);
        int columns = 2 + random.nextInt(4);
        String text = RandomTexts.text(random, columns) + "\n";
        List<List<String>> expected = RawCsv.rows(text).stream().map(RawCsv.Row::cells).toList();
        for (int offset = 0; offset < 70; offset += 1 + offset / 9) {
            assertThat(cells(text, columns, offset, 1 << 20)).as("at offset %d", offset).isEqualTo(expected);
        }
        assertThat(cells(text, columns, 3, 1)).as("a row at a time").isEqualTo(expected);
        assertThat(irregular).isEmpty();
    }

    /// Whatever is wrong with a text: stray quotes, text after quotes, blank lines, fields too few or too many.
    @Seeds(count = 300)
    void anyTextIsReadAsTheScannerOfAnyDialectReadsIt(long seed) {
        Random random = new Random(seed);
        int columns = 1 + random.nextInt(4);
        int rarely = 2 + random.nextInt(40);
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(400); i > 0; i--) {
            boolean special = random.nextInt(rarely) == 0;
            text.append(special ? "\"\"\r\t\u000b".charAt(random.nextInt(5)) : "ab,,\n".charAt(random.nextInt(5)));
        }
        byte[] bytes = padded(text + "\n", random.nextInt(9));
        int from = bytes.length - RecordFinder.PADDING - text.length() - 1;
        boolean last = random.nextBoolean();
        int maxRows = random.nextBoolean() ? 1 << 20 : 1 + random.nextInt(3);
        String expected = blocks(dialectScanner(columns), columns, bytes, from, maxRows, last);
        assertThat(blocks(scanner(columns), columns, bytes, from, maxRows, last)).isEqualTo(expected);
    }

    /// All that a scanner finds, block after block.
    private String blocks(RecordFinder scanner, int columns, byte[] bytes, int from, int maxRows, boolean last) {
        irregular.clear();
        TextBlock block = block(columns);
        block.bytes = bytes;
        StringBuilder found = new StringBuilder();
        int to = bytes.length - RecordFinder.PADDING;
        int next = from;
        int before = -1;
        while (next != before && next < to) {
            before = next;
            next = scanner.scan(block, next, to, maxRows, last);
            for (int row = 0; row < block.rows(); row++) {
                found.append(block.recordStart[row]).append("..").append(block.recordEnd[row]);
                for (int cell = row * columns; cell < (row + 1) * columns; cell++) {
                    found.append(' ').append(block.cellStart[cell]).append('-').append(block.cellEnd[cell]);
                }
                found.append('\n');
            }
            found.append("next ").append(next).append(' ').append(irregular).append('\n');
        }
        irregular.clear();
        return found.toString();
    }

    /// Every byte next to every byte that matters: a borrow of the bit tricks must not make a match.
    @Test
    void noNeighbourOfASpecialByteIsTakenForOne() {
        for (char special : new char[] {',', '\n', '\r', '"'}) {
            for (int other = 0; other < 128; other++) {
                if (other != ',' && other != '\n' && other != '\r' && other != '"') {
                    char plain = (char) other;
                    String cell = special == '"' ? "x\"" + plain : String.valueOf(plain);
                    String text =
                            special == '"'
                                    ? cell + "," + cell + "\n"
                                    : cell + special + (special == ',' ? cell : "b,c") + "\n";
                    text = special == '\n' || special == '\r' ? cell + "," + cell + special + "b,c\n" : text;
                    assertThat(cells(text, 2, 0, 100))
                            .as("%d after %d", other, (int) special)
                            .isEqualTo(RawCsv.rows(text).stream().map(RawCsv.Row::cells).toList());
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"1\n", "1,2,3\n", "\"\"\n", "\"1,2\"\n", "1,2,\n"})
    void anotherNumberOfFieldsIsReported(String record) {
        assertThat(cells("a,b\n" + record + "c,d\n", 2, 0, 100)).containsExactly(List.of("a", "b"), List.of("c", "d"));
        assertThat(irregular).singleElement().asString().startsWith("4.." + (4 + record.length()) + " has ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"a\"b,c\n", "\"a\" ,c\n", "\"a\"\"\"b,c\n", "\"a\"b\"c\",c\n", "\"\"a,c\n"})
    void textAfterAClosingQuoteIsReported(String record) {
        assertThat(cells("a,b\n" + record, 2, 0, 100)).containsExactly(List.of("a", "b"));
        assertThat(irregular).containsExactly("4.." + (4 + record.length()) + " field 0");
    }

    @Test
    void textAfterTheLastClosingQuoteIsReportedToo() {
        assertThat(cells("c,\"a\"b\r\n", 2, 0, 100)).isEmpty();
        assertThat(irregular).containsExactly("0..8 field 1");
    }

    @Test
    void aRecordThatDoesNotEndIsLeftForTheNextScan() {
        TextBlock block = block(2);
        String text = "a,b\nc,\"d\n";
        block.bytes = padded(text, 0);
        assertThat(scanner(2).scan(block, 0, text.length(), 100, false)).isEqualTo(4);
        assertThat(block.rows()).isEqualTo(1);
    }

    @Test
    void aCarriageReturnAtTheEndWaitsForItsLineFeed() {
        TextBlock block = block(2);
        block.bytes = padded("a,b\r", 0);
        assertThat(scanner(2).scan(block, 0, 4, 100, false)).isZero();
        assertThat(block.rows()).isZero();
        assertThat(scanner(2).scan(block, 0, 4, 100, true)).isEqualTo(4);
        assertThat(block.rows()).isEqualTo(1);
    }

    private List<List<String>> cells(String text, int columns, int offset, int maxRows) {
        TextBlock block = block(columns);
        block.bytes = padded(text, offset);
        int to = block.bytes.length - RecordScanner.PADDING;
        List<List<String>> rows = new ArrayList<>();
        int from = offset;
        while (from < to) {
            int next = scanner(columns).scan(block, from, to, maxRows, true);
            assertThat(next).isGreaterThan(from);
            assertThat(block.rows()).isLessThanOrEqualTo(maxRows);
            for (int row = 0; row < block.rows(); row++) {
                List<String> cells = new ArrayList<>();
                for (int cell = row * columns; cell < (row + 1) * columns; cell++) {
                    int start = block.cellStart[cell];
                    cells.add(new String(block.bytes, start, block.cellEnd[cell] - start, StandardCharsets.UTF_8));
                }
                rows.add(cells);
            }
            from = next;
        }
        return rows;
    }

    private DialectScanner dialectScanner(int columns) {
        int[] slots = new int[columns];
        Arrays.setAll(slots, i -> i);
        return new DialectScanner(Dialect.usual(ShardFormat.CSV), slots, irregularities);
    }

    private RecordScanner scanner(int columns) {
        int[] slots = new int[columns];
        Arrays.setAll(slots, i -> i);
        return new RecordScanner(Dialect.usual(ShardFormat.CSV), slots, irregularities);
    }

    private static TextBlock block(int columns) {
        int[] slots = new int[columns];
        Arrays.setAll(slots, i -> i);
        Shard shard = new Shard(Split.TRAIN, 1, Path.of("part-1.csv"), CSV, 0);
        return new TextBlock(shard, Dialect.CSV, slots, true);
    }

    private static byte[] padded(String text, int offset) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        byte[] padded = new byte[offset + bytes.length + RecordScanner.PADDING];
        Arrays.fill(padded, (byte) ',');
        System.arraycopy(bytes, 0, padded, offset, bytes.length);
        return padded;
    }
}
