package dev.millrace.engine.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millrace.engine.block.BlockSize;
import dev.millrace.engine.dataset.Dataset;
import dev.millrace.engine.dataset.DatasetOptions;
import dev.millrace.engine.dataset.Dialect;
import dev.millrace.engine.dataset.TextEncoding;
import dev.millrace.engine.problem.DataException;
import dev.millrace.engine.testing.Tree;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/// What is found in small texts as a person would tell it. `⏎` stands for a line break, `→` for a tab.
final class DialectDetectorTest {

    @TempDir private Path folder;

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '\u00A6',
            textBlock =
                    """
                    plain                       ¦ a,b⏎1,x⏎2,y⏎                           ¦ comma, quotes ", header                        ¦ a|b      ¦ 1|x
                    one row                     ¦ a,b⏎1,x⏎                                ¦ comma, quotes ", header                        ¦ a|b      ¦ 1|x
                    header only                 ¦ a,b⏎                                    ¦ comma, quotes ", header                        ¦ a|b      ¦
                    one column                  ¦ name⏎Ann⏎Bob⏎                           ¦ comma, quotes ", header                        ¦ name     ¦ Ann
                    one column of numbers       ¦ 1⏎2⏎3⏎                                  ¦ comma, quotes ", no header                     ¦ c1       ¦ 1
                    one column of sentences     ¦ text⏎to be, or not⏎to see⏎so it is⏎    ¦ comma, quotes ", header                        ¦ text     ¦ -
                    semicolons                  ¦ a;b;c⏎1;x;2⏎2;y;3⏎                      ¦ semicolon, quotes ", header                    ¦ a|b|c    ¦ 1|x|2
                    decimal commas              ¦ a;b⏎1,5;2,5⏎2,0;3,5⏎                    ¦ semicolon, quotes ", header                    ¦ a|b      ¦ 1,5|2,5
                    tabs in a .csv              ¦ a→b→c⏎1→x, y→2⏎2→y→3⏎                  ¦ tab, quotes ", header                          ¦ a|b|c    ¦ 1|x, y|2
                    bars                        ¦ a|b⏎1|x⏎2|y⏎                            ¦ bar, quotes ", header                          ¦ a|b      ¦ 1|x
                    carets                      ¦ a^b^c⏎1^x^2⏎2^y^3⏎                      ¦ '^', quotes ", header                          ¦ a|b|c    ¦ 1|x|2
                    times are no table          ¦ at⏎10:30:00⏎11:45:10⏎                   ¦ comma, quotes ", header                        ¦ at       ¦ 10:30:00
                    blanks between numbers      ¦ x y z⏎1 2 3⏎4 5 6⏎                      ¦ blank, quotes ", header                        ¦ x|y|z    ¦ 1|2|3
                    blanks between words        ¦ my full name⏎Ann van Dyk⏎Bob de Wit⏎    ¦ comma, quotes ", header                        ¦ my full name ¦ Ann van Dyk
                    commas in quotes            ¦ a;b⏎"1,2";"x,y"⏎"2,3";"z,y"⏎            ¦ semicolon, quotes ", header                    ¦ a|b      ¦ 1,2|x,y
                    semicolons in commas        ¦ a,b⏎1,x;y⏎2,z;y⏎3,q⏎                    ¦ comma, quotes ", header                        ¦ a|b      ¦ 1|x;y
                    single quotes               ¦ a,b⏎1,'x,y'⏎2,'z'⏎                      ¦ comma, quotes ', header                        ¦ a|b      ¦ 1|x,y
                    apostrophes                 ¦ a,b⏎'tis,rock'n'roll⏎x,'⏎               ¦ comma, quotes ", header                        ¦ a|b      ¦ 'tis|rock'n'roll
                    escaped quotes              ¦ a,b⏎1,"x\\"y, z"⏎2,"u"⏎                 ¦ comma, quotes ", escape \\, header             ¦ a|b      ¦ 1|x"y, z
                    backslashes are no escapes  ¦ a,b⏎1,C:\\x⏎2,D:\\y⏎                    ¦ comma, quotes ", header                        ¦ a|b      ¦ 1|C:\\x
                    blank after delimiter       ¦ a, b, c⏎1, "x, y", 2⏎2, z, 3⏎           ¦ comma and blanks, quotes ", header             ¦ a|b|c    ¦ 1|x, y|2
                    blank without header        ¦ 39, Private, 7⏎50, Self, 8⏎             ¦ comma and blanks, quotes ", no header          ¦ c1|c2|c3 ¦ 39|Private|7
                    no header                   ¦ 1,x,2.5⏎2,y,3.5⏎3,x,4⏎                  ¦ comma, quotes ", no header                     ¦ c1|c2|c3 ¦ 1|x|2.5
                    no header, dates            ¦ 2024-01-02;x⏎2024-01-03;y⏎              ¦ semicolon, quotes ", no header                 ¦ c1|c2    ¦ 2024-01-02|x
                    no header, words            ¦ red,big⏎blue,small⏎red,small⏎blue,big⏎ ¦ comma, quotes ", no header                     ¦ c1|c2    ¦ red|big
                    words with a header         ¦ colour,size⏎blue,small⏎red,small⏎      ¦ comma, quotes ", header                        ¦ colour|size ¦ blue|small
                    header with a year          ¦ country,y2020,y2021⏎AT,1,2⏎DE,3,4⏎     ¦ comma, quotes ", header                        ¦ country|y2020|y2021 ¦ AT|1|2
                    header with an empty name   ¦ ,a,b⏎0,1,2⏎1,3,4⏎                       ¦ comma, quotes ", header                        ¦ |a|b     ¦ 0|1|2
                    preamble                    ¦ Report of May⏎made by us⏎⏎a,b,c⏎1,2,3⏎4,5,6⏎ ¦ comma, quotes ", 3 lines before, header ¦ a|b|c    ¦ 1|2|3
                    preamble, no header         ¦ Report⏎1,2,3⏎4,5,6⏎7,8,9⏎               ¦ comma, quotes ", 1 line before, no header      ¦ c1|c2|c3 ¦ 1|2|3
                    ragged is no preamble       ¦ a,b,c⏎1,2,3,4⏎5,6,7,8⏎                  ¦ comma, quotes ", header                        ¦ a|b|c    ¦ -
                    comments                    ¦ # made by us⏎a,b⏎1,x⏎# half, way, on⏎2,y⏎ ¦ comma, quotes ", comments #, header          ¦ a|b      ¦ 1|x
                    a hash is no comment        ¦ #id,b⏎1,x⏎2,#y⏎                         ¦ comma, quotes ", header                        ¦ #id|b    ¦ 1|x
                    """)
    void theDialectIsThatWhichAPersonWouldName(String name, String text, String dialect, String columns, String row)
            throws IOException {
        Dataset dataset = dataset("part-00001.csv", shown(text));

        assertThat(dataset.dialect().inWords()).isEqualTo(dialect + ", UTF-8, line feed");
        assertThat(String.join("|", dataset.schema().columns())).isEqualTo(columns == null ? "" : columns);
        if (row != null && !row.equals("-")) {
            assertThat(String.join("|", TextFiles.values(dataset, BlockSize.DEFAULT).getFirst())).isEqualTo(row);
        }
        assertThat(dataset.findings()).isNotEmpty();
        assertThat(dataset.warnings()).hasSize(dataset.dialect().header() ? 0 : 1);
    }

    @Test
    void tabsAreUsualInATsv() {
        assertThat(dataset("part-00001.tsv", "a\tb\n1\tx,y\n").dialect()).isEqualTo(Dialect.TSV);
        assertThat(dataset("part-00002.tsv", "name\nAnn, Bob\n").schema().columns()).containsExactly("name");
    }

    @ParameterizedTest(name = "{0} with {1}")
    @CsvSource({"UTF_8, größe €", "UTF_16LE, größe € 日本", "UTF_16BE, größe € 日本", "WINDOWS_1252, größe €"})
    void encodingsAreTold(TextEncoding encoding, String value) throws IOException {
        String mark = encoding == TextEncoding.WINDOWS_1252 ? "" : "\uFEFF";
        byte[] bytes = (mark + "a,b\n1," + value + "\n").getBytes(encoding.charset());
        Dataset dataset = dataset("part-00001.csv", bytes);

        assertThat(dataset.dialect().encoding()).isEqualTo(encoding);
        assertThat(TextFiles.values(dataset, BlockSize.DEFAULT)).containsExactly(List.of("1", value));
    }

    @Test
    void bytesThatWindowsLeavesUndefinedAreLatin() {
        byte[] bytes = "a,b\n1,\u00E9\u0081\n".getBytes(StandardCharsets.ISO_8859_1);

        assertThat(dataset("part-00001.csv", bytes).dialect().encoding()).isEqualTo(TextEncoding.ISO_8859_1);
    }

    @Test
    void aLaterShardMayTellTheEncoding() {
        Tree.write(folder.resolve("d/part-00001.csv"), "a,b\n1,x\n");
        Tree.write(folder.resolve("d/part-00002.csv"), "a,b\n1,\u00E9\n".getBytes(Charset.forName("windows-1252")));

        assertThat(open().dialect().encoding()).isEqualTo(TextEncoding.WINDOWS_1252);
    }

    @Test
    void wordsThatEveryShardBeginsWithAreTheHeader() {
        for (int shard = 1; shard <= 3; shard++) {
            Tree.write(folder.resolve("d/part-" + shard + ".csv"), "x,y\nx,y\nx,z\n");
        }

        assertThat(open().dialect().header()).isTrue();
    }

    @Test
    void wordsThatDifferFromShardToShardAreNone() {
        for (int shard = 1; shard <= 4; shard++) {
            Tree.write(folder.resolve("d/part-" + shard + ".csv"), "u" + shard + ",v" + shard + "\nw" + shard + ",q\n");
        }

        assertThat(open().dialect().header()).isFalse();
        assertThat(open().schema().columns()).containsExactly("c1", "c2");
    }

    @Test
    void aWebPageIsRefused() {
        assertThatThrownBy(() -> dataset("part-00001.csv", "\n <!DOCTYPE html><html>404</html>"))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("web page");
    }

    private static String shown(String text) {
        return text.replace('⏎', '\n').replace('→', '\t');
    }

    private Dataset dataset(String name, String text) {
        return dataset(name, text.getBytes(StandardCharsets.UTF_8));
    }

    private Dataset dataset(String name, byte[] content) {
        return TextFiles.open(Tree.write(folder.resolve("d").resolve(name), content), DatasetOptions.NONE);
    }

    private Dataset open() {
        return TextFiles.open(folder.resolve("d"), DatasetOptions.NONE);
    }
}
