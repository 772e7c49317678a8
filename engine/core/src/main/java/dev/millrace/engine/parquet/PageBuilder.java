package dev.millrace.engine.parquet;

import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.column.Encoding;
import org.apache.parquet.column.page.PageWriter;
import org.apache.parquet.column.statistics.geospatial.GeospatialStatistics;

import java.io.IOException;
import java.util.Arrays;

/// Gathers one page of a column chunk of the output: levels, and values as ids of the chunk's dictionary or plain.
/// Reused for the next page.
///
/// How much a page holds depends on its rows alone, so that the bytes of the file do not depend on blocks.
final class PageBuilder {

    private static final int FEW = 1 << 9;
    private static final int MOST_ROWS = 20_000;
    private static final int MOST_PLAIN_BYTES = 1 << 20;
    private static final int MOST_TRIPLES = 1 << 17;

    private final Leaf leaf;
    private final EncodedBytes plain = new EncodedBytes();
    private final EncodedBytes page; // scratch for the encoded page
    private int[] definition = new int[0]; // unused while every row of a flat column has a value
    private int[] repetition = new int[0]; // unused unless the column is repeated
    private int[] ids = new int[0];
    private int rows;
    private int triples;
    private int values; // triples that are not null
    private int idCount;

    PageBuilder(Leaf leaf, EncodedBytes scratch) {
        this.leaf = leaf;
        this.page = scratch;
    }

    void clear() {
        rows = 0;
        triples = 0;
        values = 0;
        idCount = 0;
        plain.clear();
    }

    /// Gives the memory of its values back, which are no more there.
    void release() {
        plain.release();
    }

    boolean isEmpty() {
        return triples == 0;
    }

    /// Whether it holds what a page may; asked between rows.
    boolean isFull() {
        return rows >= MOST_ROWS || plain.size() >= MOST_PLAIN_BYTES || triples >= MOST_TRIPLES;
    }

    /// How many rows may still be added, if their values are small.
    int rowsLeft() {
        return MOST_ROWS - rows;
    }

    /// Counts rows whose triples were added.
    void rowsAdded(int count) {
        rows += count;
    }

    long bufferedBytes() {
        return plain.size() + (long) idCount * Integer.BYTES;
    }

    /// Adds the levels of a triple.
    void addLevels(int ofRepetition, int ofDefinition) {
        if (isDense() && ofDefinition == leaf.maxDefinition()) {
            addPresent(1);
            return;
        }
        storeLevels(triples + 1);
        if (leaf.maxRepetition() > 0) {
            repetition[triples] = ofRepetition;
        }
        definition[triples++] = ofDefinition;
        values += ofDefinition == leaf.maxDefinition() ? 1 : 0;
    }

    /// Adds the levels of rows of a flat column that have values.
    void addPresent(int count) {
        if (!isDense()) {
            storeLevels(triples + count);
            Arrays.fill(definition, triples, triples + count, leaf.maxDefinition());
        }
        triples += count;
        values += count;
    }

    /// Adds rows of a flat column whose values were added.
    void addRows(LeafValues source, int[] selected, int from, int to) {
        int count = to - from;
        rows += count;
        if (source.nulls == 0) {
            addPresent(count);
            return;
        }
        int[] levels = source.definition;
        int most = source.leaf.maxDefinition();
        int present = 0;
        for (int i = from; i < to; i++) {
            present += levels[selected[i]] == most ? 1 : 0;
        }
        if (present == count) {
            addPresent(count);
            return;
        }
        storeLevels(triples + count);
        for (int i = 0; i < count; i++) {
            int level = levels[selected[from + i]];
            definition[triples + i] = level == most ? leaf.maxDefinition() : level;
        }
        triples += count;
        values += present;
    }

    /// Adds rows of a flat column with their values, until the page is full.
    ///
    /// @return the first row that is not added
    int addPlain(LeafValues source, int[] selected, int from, int to) {
        int end = leaf.isBytes() ? addBytes(source, selected, from, to) : addBits(source, selected, from, to);
        addRows(source, selected, from, end);
        return end;
    }

    private int addBytes(LeafValues source, int[] selected, int from, int to) {
        boolean hasLengths = leaf.hasLengths();
        int next = from;
        for (; next < to && plain.size() < MOST_PLAIN_BYTES; next++) {
            int row = selected[next];
            if (source.isNull(row)) {
                continue;
            }
            LeafDictionary dictionary = source.dictionaryOf(row);
            LeafValues holder = dictionary == null ? source : dictionary.entries();
            int slot = dictionary == null ? row : source.ids[row];
            int start = holder.start[slot];
            int length = holder.end[slot] - start;
            if (hasLengths) {
                plain.putWithLength(holder.pool, start, length);
            } else {
                plain.put(holder.pool, start, length);
            }
        }
        return next;
    }

    private int addBits(LeafValues source, int[] selected, int from, int to) {
        int next = from;
        plain.ensure((to - from) * Long.BYTES);
        for (; next < to && plain.size() < MOST_PLAIN_BYTES; next++) {
            int row = selected[next];
            if (!source.isNull(row)) {
                leaf.encode(source.bits(row), plain);
            }
        }
        return next;
    }

    /// Whether the column is flat and has no null so far: levels are not stored then.
    private boolean isDense() {
        return values == triples && leaf.maxRepetition() == 0;
    }

    /// Makes room for levels, and stores those that were not before.
    private void storeLevels(int capacity) {
        if (definition.length < capacity) {
            definition = Arrays.copyOf(definition, grown(capacity));
        }
        if (leaf.maxRepetition() > 0 && repetition.length < definition.length) {
            repetition = Arrays.copyOf(repetition, definition.length);
        }
        if (isDense()) {
            Arrays.fill(definition, 0, triples, leaf.maxDefinition());
        }
    }

    /// Few for small files, else what most pages need.
    private static int grown(int capacity) {
        return capacity <= FEW ? FEW : Math.max(MOST_ROWS, capacity + (capacity >> 1));
    }

    /// Room for so many ids more; [#idsAdded] tells how many were put there, from [#idCount] on.
    int[] roomForIds(int count) {
        if (ids.length < idCount + count) {
            ids = Arrays.copyOf(ids, grown(idCount + count));
        }
        return ids;
    }

    int idCount() {
        return idCount;
    }

    void idsAdded(int count) {
        idCount += count;
    }

    void addId(int id) {
        roomForIds(1)[idCount++] = id;
    }

    /// Where values are added as they are in plain pages; of booleans a byte each.
    EncodedBytes plain() {
        return plain;
    }

    /// Turns ids into plain values.
    void giveUpIds(OutputDictionary dictionary) {
        for (int i = 0; i < idCount; i++) {
            dictionary.plain(ids[i], plain);
        }
        idCount = 0;
    }

    /// Whether the page and the dictionary together are smaller than the values; so they are if there are none.
    boolean gainsBy(OutputDictionary dictionary) {
        long packed = (long) idCount * HybridEncoder.width(Math.max(0, dictionary.size() - 1)) / Byte.SIZE;
        long whole = (long) idCount * (leaf.hasLengths() ? Integer.BYTES : leaf.fixedBytes());
        for (int i = 0; leaf.hasLengths() && i < idCount; i++) {
            whole += dictionary.length(ids[i]);
        }
        return idCount == 0 || packed + dictionary.bytes() < whole;
    }

    /// Writes the page.
    ///
    /// @param dictionary what its ids are of; unused if it has none
    void write(PageWriter target, OutputDictionary dictionary) throws IOException {
        page.clear();
        PageStatistics statistics = new PageStatistics(leaf);
        if (isDense()) {
            putPresent();
            statistics.addPresent(triples);
        } else {
            putLevels(repetition, leaf.maxRepetition());
            putLevels(definition, leaf.maxDefinition());
            statistics.addLevels(repetition, definition, triples);
        }
        Encoding encoding = Encoding.PLAIN;
        if (idCount > 0) {
            encoding = OutputDictionary.ENCODING;
            int width = HybridEncoder.width(dictionary.size() - 1);
            page.putByte(width);
            HybridEncoder.encode(ids, idCount, width, page);
            statistics.addIds(ids, idCount, dictionary);
        } else {
            putPlain();
            statistics.addPlain(plain.array(), values);
        }
        target.writePage(
                BytesInput.from(page.array(), 0, page.size()),
                triples,
                rows,
                statistics.range(),
                statistics.sizes(),
                GeospatialStatistics.noopBuilder().build(),
                encodingOfLevels(leaf.maxRepetition()),
                encodingOfLevels(leaf.maxDefinition()),
                encoding);
        clear();
    }

    private void putLevels(int[] levels, int most) {
        if (most > 0) {
            int length = page.size();
            page.putInt(0);
            HybridEncoder.encode(levels, triples, HybridEncoder.width(most), page);
            page.setInt(length, page.size() - length - Integer.BYTES);
        }
    }

    private void putPresent() {
        if (leaf.maxDefinition() > 0) {
            int length = page.size();
            page.putInt(0);
            HybridEncoder.putRun(triples, leaf.maxDefinition(), HybridEncoder.width(leaf.maxDefinition()), page);
            page.setInt(length, page.size() - length - Integer.BYTES);
        }
    }

    private void putPlain() {
        if (leaf.isBoolean()) {
            HybridEncoder.packBits(plain.array(), values, page);
        } else {
            page.put(plain.array(), 0, plain.size());
        }
    }

    /// What the library calls levels that are not stored.
    @SuppressWarnings("deprecation")
    private static Encoding encodingOfLevels(int most) {
        return most > 0 ? Encoding.RLE : Encoding.BIT_PACKED;
    }
}
