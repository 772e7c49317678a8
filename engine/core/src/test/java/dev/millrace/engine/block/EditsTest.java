package dev.millrace.engine.block;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;

import dev.millrace.engine.dataset.Dataset;
import dev.millrace.engine.dataset.Split;
import dev.millrace.engine.stats.Categories;
import dev.millrace.engine.testing.OneShard;
import dev.millrace.engine.text.CsvCodec;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/// What a later strategy sees of the edits of an earlier one.
class EditsTest {

    private final Replacements first = Replacements.ofNumbers(0.5, 0.25);
    private final Replacements second = Replacements.ofNumbers(7, 8);

    @AutoClose private final FileSystem files = Jimfs.newFileSystem(Configuration.unix());

    private final Edits edits = new Edits();

    @BeforeEach
    void beginBlock() {
        edits.clear(Split.TRAIN, 4);
    }

    @Test
    void cellsThatAreKeptKeepTheirValue() throws IOException {
        edits.replace(0, new int[] {0, Edits.KEEP, 1, 0, 9, 9}, first); // longer than the block, as buffers are
        assertThat(seen(0)).containsExactly("0.5", "b", "0.25", "0.5");
        assertThat(seen(1)).containsExactly("1", "2", "3", "4");
    }

    @Test
    void aLaterChoiceWinsOverAnEarlierOne() throws IOException {
        edits.replace(0, new int[] {0, Edits.KEEP, 1, 0}, first);
        edits.replace(0, new int[] {Edits.KEEP, Edits.KEEP, 1, 0}, second);
        assertThat(seen(0)).containsExactly("0.5", "b", "8.0", "7.0");
        assertThat(edits.columns()).hasSize(1);
    }

    @Test
    void columnsComeInTheOrderOfTheSchema() {
        edits.clear(Split.TRAIN, 1);
        edits.replace(5, new int[] {0}, first);
        edits.replace(2, new int[] {0}, first);
        assertThat(edits.columns()).extracting(Edits.ColumnEdit::position).containsExactly(2, 5);
        edits.clear(Split.TRAIN, 1);
        assertThat(edits.columns()).isEmpty();
    }

    @Test
    void editedCellsAreEncodedLikeOthers() throws IOException {
        edits.replace(0, new int[] {0, Edits.KEEP, 0, 1}, first);
        Categories categories = new Categories(List.of("0.25".getBytes(StandardCharsets.UTF_8)), 10);
        int[] codes = new int[4];
        Block block = block();
        Column column = edits.appliedTo(block).column(0);
        column.encode(categories, codes);
        assertThat(codes).containsExactly(0, 1, 0, Categories.MISSING);
        assertThat(IntStream.range(0, 4).map(row -> column.encode(categories, row)))
                .containsExactly(0, 1, 0, Categories.MISSING);
    }

    @Test
    void aRetainedBlockKeepsItsEdits() throws IOException {
        int[] borrowed = {0, Edits.KEEP, 0, 1};
        edits.replace(0, borrowed, first);
        Block retained = edits.appliedTo(block()).retained();
        edits.clear(Split.TRAIN, 4);
        borrowed[0] = Edits.KEEP;
        assertThat(IntStream.range(0, 4).mapToObj(row -> retained.column(0).text(row)))
                .containsExactly("0.5", "b", "0.5", "0.25");
    }

    /// Writers keep what they have made of replacements, so there must not be new ones for every block.
    @Test
    void replacementsOfTwoStrategiesAreJoinedOnceForAllBlocks() {
        edits.clear(Split.TRAIN, 3);
        edits.replace(0, new int[] {0, 1, 0}, first);
        edits.replace(0, new int[] {1, Edits.KEEP, Edits.KEEP}, second);
        Replacements ofFirstBlock = edits.columns().getFirst().replacements();
        int joined = ofFirstBlock.size();
        for (int block = 0; block < 3; block++) {
            edits.clear(Split.TRAIN, 3);
            edits.replace(0, new int[] {1, 0, 0}, first);
            edits.replace(0, new int[] {Edits.KEEP, Edits.KEEP, 0}, second);
            assertThat(edits.columns().getFirst().replacements()).isSameAs(ofFirstBlock);
            assertThat(texts(edits.columns().getFirst())).containsExactly("0.25", "0.5", "7.0");
        }
        assertThat(ofFirstBlock.size()).as("nothing is joined again").isEqualTo(joined);
    }

    private static List<String> texts(Edits.ColumnEdit edit) {
        return Arrays.stream(edit.choices()).mapToObj(edit.replacements()::text).toList();
    }

    private List<String> seen(int column) throws IOException {
        Block block = edits.appliedTo(block());
        return IntStream.range(0, block.rows()).mapToObj(row -> block.column(column).text(row)).toList();
    }

    private Block block() throws IOException {
        Dataset dataset = OneShard.of(files.getPath("/in"), "f,g\na,1\nb,2\na,3\nc,4\n");
        try (BlockReader reader =
                new CsvCodec().open(dataset, dataset.shards().getFirst(), Set.of(0, 1), BlockSize.DEFAULT)) {
            return reader.next().retained();
        }
    }
}
