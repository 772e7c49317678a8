package dev.millrace.engine.block;

import static org.assertj.core.api.Assertions.assertThat;

import static java.util.Objects.requireNonNull;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;

import dev.millrace.engine.dataset.Dataset;
import dev.millrace.engine.dataset.Split;
import dev.millrace.engine.stats.Categories;
import dev.millrace.engine.testing.OneShard;
import dev.millrace.engine.testing.Seeds;
import dev.millrace.engine.text.CsvCodec;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

/// Where the rows of a block go, and what a fit of one split sees of them.
class MovedRowsTest {

    private static final List<Split> SPLITS = List.of(Split.TRAIN, Split.VAL, Split.TEST, Split.CALIBRATION);

    @AutoClose private final FileSystem files = Jimfs.newFileSystem(Configuration.unix());

    private final Edits edits = new Edits();

    @BeforeEach
    void beginBlock() {
        edits.clear(Split.TRAIN, 5);
    }

    @Test
    void untilSomethingIsSaidEveryRowIsAtHomeOnce() throws IOException {
        assertThat(edits.allRowsAtHome()).isTrue();
        assertThat(edits.destinations()).containsExactly(Split.TRAIN);
        assertThat(edits.split(4)).isEqualTo(Split.TRAIN);
        assertThat(edits.times(4, Split.TRAIN)).isOne();
        assertThat(edits.times(4, Split.VAL)).isZero();
        assertThat(edits.repeatedRows()).isZero();
        Block block = block();
        assertThat(edits.rowsIn(Split.TRAIN, block)).isSameAs(block);
        assertThat(edits.rowsIn(Split.VAL, block).rows()).isZero();
    }

    @Test
    void aBlockWithoutRowsGoesNowhere() {
        edits.clear(Split.VAL, 0);
        assertThat(edits.destinations()).isEmpty();
        assertThat(edits.allRowsAtHome()).isTrue();
    }

    @Test
    void aRowGoesWhereItWasLastSentTo() {
        edits.route(1, Split.VAL);
        edits.route(1, Split.TEST);
        edits.route(2, Split.TRAIN);
        assertThat(fates()).containsExactly("TRAIN 1", "TEST 1", "TRAIN 1", "TRAIN 1", "TRAIN 1");
        assertThat(edits.isIn(1, Split.TEST)).isTrue();
        assertThat(edits.isIn(1, Split.VAL)).isFalse();
        assertThat(edits.destinations()).containsExactlyInAnyOrder(Split.TRAIN, Split.TEST);
        assertThat(edits.allRowsAtHome()).isFalse();
    }

    @Test
    void aRowIsLeftOutOnceForTheFirstReasonOnly() {
        edits.drop(0, "no label");
        edits.drop(0, "not in the sample");
        edits.drop(3, "not in the sample");
        edits.reject(new Edits.Rejection(3, "a", "is no number", "Mend it"));
        edits.reject(new Edits.Rejection(4, "a", "is no number", "Mend it"));
        edits.reject(new Edits.Rejection(4, "b", "is no date", "Mend it"));
        edits.drop(4, "no label");
        assertThat(fates()).containsExactly("out", "TRAIN 1", "TRAIN 1", "out", "out");
        assertThat(edits.dropped()).containsExactlyInAnyOrderEntriesOf(Map.of("no label", 1L, "not in the sample", 1L));
        assertThat(edits.rejections()).extracting(Edits.Rejection::row).containsExactly(4);
        assertThat(edits.isIn(0)).isFalse();
    }

    @Test
    void repeatedRowsCountOnlyWhileTheyAreIn() {
        edits.repeat(0, 3);
        edits.repeat(1, 2);
        edits.route(1, Split.VAL);
        edits.repeat(2, 7);
        edits.drop(2, "not in the sample");
        assertThat(fates()).containsExactly("TRAIN 3", "VAL 2", "out", "TRAIN 1", "TRAIN 1");
        assertThat(edits.repeatedRows()).isEqualTo(3);
        assertThat(edits.allRowsAtHome()).isFalse();
        assertThat(edits.destinations()).containsExactlyInAnyOrder(Split.TRAIN, Split.VAL);
    }

    @Test
    void nothingOfABlockIsKnownInTheNext() {
        edits.repeat(0, 3);
        edits.route(1, Split.VAL);
        edits.drop(2, "no label");
        edits.reject(new Edits.Rejection(3, "a", "is no number", "Mend it"));
        edits.clear(Split.VAL, 5);
        assertThat(fates()).containsOnly("VAL 1");
        assertThat(edits.allRowsAtHome()).isTrue();
        assertThat(edits.dropped()).isEmpty();
        assertThat(edits.rejections()).isEmpty();
        assertThat(edits.repeatedRows()).isZero();
    }

    /// Rows of a split: their edited cells in every form a strategy may ask for, and their places.
    @Test
    void theRowsOfASplitAreSeenWithTheirEditsInOrderAndAsOftenAsTheyAreRepeated() throws IOException {
        edits.replace(0, new int[] {0, Edits.KEEP, 0, Edits.KEEP, 1}, Replacements.ofNumbers(0.5, 7));
        edits.route(1, Split.VAL);
        edits.drop(3, "no label");
        edits.repeat(2, 2);
        Block block = block();
        Block train = edits.rowsIn(Split.TRAIN, edits.appliedTo(block));
        assertThat(texts(train, 0)).containsExactly("0.5", "0.5", "0.5", "7.0");
        assertThat(texts(train, 1)).containsExactly("10", "30", "30", "50");
        assertThat(IntStream.range(0, 4).mapToDouble(train.column(0)::number).toArray())
                .containsExactly(0.5, 0.5, 0.5, 7);
        assertThat(IntStream.range(0, 4).mapToDouble(train.column(1)::number).toArray())
                .containsExactly(10, 30, 30, 50);
        assertThat(IntStream.range(0, 4).mapToLong(row -> train.place(row).line()).toArray())
                .containsExactly(2, 4, 4, 6);
        int[] codes = {9, 9, 9, 9, 9};
        Categories categories = new Categories(List.of(), 10);
        train.column(1).encode(categories, codes);
        assertThat(codes).as("as many as there are rows").containsExactly(0, 1, 1, 2, 9);
        assertThat(train.column(1).encode(categories, 3)).isEqualTo(2);
        assertThat(texts(edits.rowsIn(Split.VAL, edits.appliedTo(block)), 0)).containsExactly("b");
        assertThat(edits.rowsIn(Split.OOT, edits.appliedTo(block)).rows()).isZero();
    }

    @Test
    void retainedRowsOutliveTheBlockAndItsEdits() throws IOException {
        int[] borrowed = {0, 0, 0, 0, 0};
        edits.replace(0, borrowed, Replacements.ofNumbers(0.5, 7));
        edits.route(0, Split.VAL);
        edits.repeat(4, 2);
        Block retained = edits.rowsIn(Split.TRAIN, edits.appliedTo(block())).retained();
        edits.clear(Split.VAL, 5);
        borrowed[4] = 1;
        assertThat(texts(retained, 0)).containsExactly("0.5", "0.5", "0.5", "0.5", "0.5");
        assertThat(texts(retained, 1)).containsExactly("20", "30", "40", "50", "50");
    }

    /// Against a list of fates kept beside.
    @Seeds(count = 100)
    void anyMovesAreTold(long seed) throws IOException {
        Random random = new Random(seed);
        List<String> fates = new ArrayList<>(Collections.nCopies(5, "TRAIN"));
        int[] times = {1, 1, 1, 1, 1};
        for (int move = random.nextInt(12); move > 0; move--) {
            int row = random.nextInt(5);
            if (fates.get(row).equals("out")) {
                continue;
            }
            switch (random.nextInt(3)) {
                case 0 -> {
                    Split split = SPLITS.get(random.nextInt(SPLITS.size()));
                    edits.route(row, split);
                    fates.set(row, split.name());
                }
                case 1 -> {
                    times[row] = 1 + random.nextInt(4);
                    edits.repeat(row, times[row]);
                }
                default -> {
                    edits.drop(row, "unwanted");
                    fates.set(row, "out");
                }
            }
        }
        Set<Split> destinations = EnumSet.noneOf(Split.class);
        Block block = block();
        for (Split split : SPLITS) {
            List<String> expected = new ArrayList<>();
            for (int row = 0; row < 5; row++) {
                boolean in = fates.get(row).equals(split.name());
                assertThat(edits.times(row, split)).isEqualTo(in ? times[row] : 0);
                expected.addAll(Collections.nCopies(in ? times[row] : 0, (row + 1) + "0"));
            }
            assertThat(texts(edits.rowsIn(split, edits.appliedTo(block)), 1)).isEqualTo(expected);
            if (!expected.isEmpty()) {
                destinations.add(split);
            }
        }
        assertThat(edits.destinations()).isEqualTo(destinations);
        assertThat(edits.dropped().getOrDefault("unwanted", 0L)).isEqualTo(Collections.frequency(fates, "out"));
    }

    private List<String> fates() {
        return IntStream.range(0, 5)
                .mapToObj(row -> {
                    Split split = edits.split(row);
                    return split == null ? "out" : split + " " + edits.times(row, split);
                })
                .toList();
    }

    private static List<String> texts(Block block, int column) {
        return IntStream.range(0, block.rows()).mapToObj(row -> block.column(column).text(row)).toList();
    }

    private Block block() throws IOException {
        Dataset dataset = OneShard.of(files.getPath("/in"), "f,g\na,10\nb,20\nc,30\nd,40\ne,50\n");
        try (BlockReader reader =
                new CsvCodec().open(dataset, dataset.shards().getFirst(), Set.of(0, 1), BlockSize.DEFAULT)) {
            return requireNonNull(reader.next()).retained();
        }
    }
}
