package dev.millrace.engine.parquet;

import dev.millrace.engine.parquet.ChunkPages.Levels;
import dev.millrace.engine.parquet.ChunkPages.Page;
import dev.millrace.engine.problem.Place;

import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Reads one leaf column of one row group, rows in order.
final class LeafReader implements AutoCloseable {

    private static final int SKIPPED_AT_ONCE = 1 << 13;
    private static final int MOST_TRIPLES_OF_ROW = 1 << 24;

    private final Leaf leaf;
    private final ShardFooter footer;
    private final int rowGroup;
    private final Place place;
    private final ChunkPages pages;
    private final PageDecoders decoders;
    private final boolean textWanted;
    private final long rows;

    private @Nullable LeafDictionary dictionary;
    private boolean started;
    private long nextRow;
    private int valuesLeft; // of the page
    private LevelReader repetitions = LevelReader.ZEROS;
    private LevelReader definitions = LevelReader.ZEROS;
    private @Nullable ValueDecoder values;
    private boolean peeked; // of a repeated column: whether the next triple's levels are read already
    private final int[] level = new int[2]; // its repetition and definition

    /// @param textWanted whether somebody looks at the values, so that texts must be sound UTF-8
    LeafReader(ShardFile file, ShardFooter footer, int rowGroup, Leaf leaf, boolean textWanted) {
        ShardFooter.RowGroup group = footer.rowGroups().get(rowGroup);
        ColumnChunkMetaData chunk = group.chunks().get(leaf.index());
        this.decoders = new PageDecoders(leaf, footer.writer());
        this.footer = footer;
        this.rowGroup = rowGroup;
        this.leaf = leaf;
        this.textWanted = textWanted && leaf.cells() instanceof CellValues.Utf8;
        this.place = Damage.place(footer.file(), group.index(), leaf.name());
        this.pages = new ChunkPages(file, chunk, PageCodec.required(chunk.getCodec(), place));
        this.rows = group.rows();
    }

    /// The row that is read next, counted from 0 in the row group.
    long nextRow() {
        return nextRow;
    }

    /// Reads the next rows in place of what the values held.
    void read(LeafValues into, int count) {
        Damage.guard(
                place,
                () -> {
                    start();
                    into.clear();
                    into.dictionary = dictionary;
                    if (leaf.maxRepetition() == 0) {
                        readFlat(into, count);
                    } else {
                        readNested(into, count);
                    }
                    into.rows = count;
                    nextRow += count;
                    if (textWanted) {
                        requireText(into);
                    }
                    if (nextRow == rows && leaf.maxRepetition() > 0 && peek()) {
                        throw new IOException("the column has more rows than its row group");
                    }
                    return into;
                });
    }

    /// Passes over rows.
    void skip(long count, LeafValues scratch) {
        long passed = leaf.maxRepetition() == 0 && count > 0 ? passOver(count) : 0;
        for (long left = count - passed; left > 0; left -= SKIPPED_AT_ONCE) {
            read(scratch, (int) Math.min(left, SKIPPED_AT_ONCE));
        }
    }

    /// Passes over the pages of a flat column that have none but the next rows, without unpacking them.
    ///
    /// @return how many rows these have
    private long passOver(long most) {
        return Damage.guard(
                place,
                () -> {
                    start();
                    long passed = 0;
                    if (pages.standAlone() && valuesLeft <= most) {
                        passed = valuesLeft;
                        valuesLeft = 0;
                        int values = pages.passOver(most - passed);
                        while (values > 0) {
                            passed += values;
                            values = pages.passOver(most - passed);
                        }
                    }
                    nextRow += passed;
                    return passed;
                });
    }

    @Override
    public void close() {
        valuesLeft = 0;
        values = null;
        pages.close();
    }

    private void start() throws IOException {
        if (!started) {
            started = true;
            ChunkPages.Entries entries = pages.dictionary();
            if (entries != null) {
                dictionary = LeafDictionary.of(leaf, entries.bytes(), entries.size(), footer, rowGroup);
                LeafValues texts = dictionary.entries();
                for (int id = 0; textWanted && id < dictionary.size(); id++) {
                    requireText(texts.pool, texts.start[id], texts.end[id]);
                }
            }
        }
    }

    private void readFlat(LeafValues into, int count) throws IOException {
        while (into.triples < count) {
            if (valuesLeft == 0) {
                nextPage();
            }
            int from = into.triples;
            int length = Math.min(valuesLeft, count - from);
            into.ensure(from + length);
            readValues(into, from, length, readDefinitions(into, from, length));
            into.triples += length;
            valuesLeft -= length;
        }
    }

    private void readNested(LeafValues into, int count) throws IOException {
        if (into.rowStart.length <= count) {
            into.rowStart = new int[count + 1];
        }
        for (int row = 0; row < count; row++) {
            into.rowStart[row] = into.triples;
            if (!peek()) {
                throw new IOException("the column has fewer rows than its row group");
            }
            if (level[0] != 0) {
                throw new IOException("a row begins in the middle of a list");
            }
            do {
                readTriple(into);
                if (into.triples - into.rowStart[row] > MOST_TRIPLES_OF_ROW) {
                    throw new IOException("a row has more than " + MOST_TRIPLES_OF_ROW + " values");
                }
            } while (peek() && level[0] > 0);
        }
        into.rowStart[count] = into.triples;
    }

    private void readTriple(LeafValues into) throws IOException {
        int slot = into.triples;
        into.ensure(slot + 1);
        into.repetition[slot] = level[0];
        if (leaf.maxDefinition() > 0) {
            into.definition[slot] = level[1];
        }
        if (level[1] == leaf.maxDefinition()) {
            decoder().read(into, slot, 1);
        } else {
            into.nulls++;
        }
        into.triples++;
        peeked = false;
    }

    /// Reads the levels of the next triple, if there is one.
    private boolean peek() throws IOException {
        if (peeked) {
            return true;
        }
        while (valuesLeft == 0) {
            Page page = pages.next();
            if (page == null) {
                return false;
            }
            open(page);
        }
        repetitions.read(level, 0, 1);
        definitions.read(level, 1, 1);
        if (level[0] > leaf.maxRepetition() || level[1] > leaf.maxDefinition()) {
            throw new IOException("levels " + level[0] + " and " + level[1] + " are beyond those of the column");
        }
        valuesLeft--;
        peeked = true;
        return true;
    }

    /// Reads the definition levels of a flat column. As long as there is no null they need not be stored.
    ///
    /// @return how many values there are
    private int readDefinitions(LeafValues into, int from, int length) throws IOException {
        int most = leaf.maxDefinition();
        if (most == 0 || definitions.passOver(most, length)) {
            if (into.nulls > 0) {
                Arrays.fill(into.definition, from, from + length, most);
            }
            return length;
        }
        definitions.read(into.definition, from, length);
        int present = present(into.definition, from, length);
        if (into.nulls == 0 && present < length) {
            Arrays.fill(into.definition, 0, from, most);
        }
        return present;
    }

    private int present(int[] definition, int from, int length) throws IOException {
        int most = leaf.maxDefinition();
        int greatest = 0;
        int present = 0;
        for (int i = from; i < from + length; i++) {
            greatest = Math.max(greatest, definition[i]);
            present += definition[i] == most ? 1 : 0;
        }
        if (greatest > most) {
            throw new IOException("a definition level of " + greatest + " in a column of " + most);
        }
        return present;
    }

    private void readValues(LeafValues into, int from, int length, int present) throws IOException {
        decoder().read(into, from, present);
        if (present < length) {
            into.nulls += length - present;
            into.ensure(from + length);
            into.spread(from, present, length);
        }
    }

    private ValueDecoder decoder() throws IOException {
        ValueDecoder decoder = values;
        if (decoder == null) {
            throw new IOException("values without a page");
        }
        return decoder;
    }

    private void nextPage() throws IOException {
        do {
            Page page = pages.next();
            if (page == null) {
                throw new IOException("the column has fewer values than its row group has rows");
            }
            open(page);
        } while (valuesLeft == 0);
    }

    private void open(Page page) throws IOException {
        valuesLeft = page.values();
        int from = 0;
        switch (page.levels()) {
            case Levels.V1(var repetition, var definition) -> {
                LevelReader.InPage first = LevelReader.inPage(page, repetition, leaf.maxRepetition(), 0);
                LevelReader.InPage second = LevelReader.inPage(page, definition, leaf.maxDefinition(), first.end());
                repetitions = first.levels();
                definitions = second.levels();
                from = second.end();
            }
            case Levels.V2() -> {
                byte[] levels = page.levelBytes();
                int border = page.repetitionEnd();
                repetitions = LevelReader.hybrid(levels, 0, border, leaf.maxRepetition());
                definitions = LevelReader.hybrid(levels, border, levels.length, leaf.maxDefinition());
            }
        }
        values = decoders.of(page, from, dictionary);
    }

    private void requireText(LeafValues into) throws IOException {
        for (int slot = 0; into.holdsValues && slot < into.triples; slot++) {
            if (!into.isNull(slot) && into.dictionaryOf(slot) == null) {
                requireText(into.pool, into.start[slot], into.end[slot]);
            }
        }
    }

    private static void requireText(byte[] bytes, int from, int to) throws IOException {
        if (!Utf8.isValid(bytes, from, to)) {
            throw new IOException(
                    "a text is not UTF-8: " + new String(bytes, from, Math.min(to - from, 60), StandardCharsets.UTF_8));
        }
    }
}
