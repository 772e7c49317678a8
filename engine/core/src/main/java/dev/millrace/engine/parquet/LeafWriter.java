package dev.millrace.engine.parquet;

import dev.millrace.engine.block.Edits;

import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.ParquetProperties;
import org.apache.parquet.column.page.PageWriter;
import org.apache.parquet.hadoop.ColumnChunkPageWriteStore;
import org.apache.parquet.hadoop.ParquetFileWriter;
import org.apache.parquet.schema.GroupType;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.List;

/// Encodes one leaf column of the output, one column chunk after the other; the pages of a chunk are kept until its row
/// group is written.
///
/// A chunk begins with a dictionary, unless the input has none for it. Ids of the input become ids of the output by an
/// array; no value is looked at but for its first use. Values are plain from where the dictionary becomes too large, or
/// where the input has plain ones, or from the beginning if the first page does not gain by the dictionary.
final class LeafWriter {

    /// With checksums, and pages of version 1, which every reader knows.
    static final ParquetProperties PROPERTIES =
            ParquetProperties.builder().withAllocator(new PageAllocator()).withPageWriteChecksumEnabled(true).build();

    private final Leaf leaf;
    private final boolean looksUp;
    private final MessageType schema; // with this leaf only
    private final ColumnDescriptor descriptor;
    private final PageBuilder page;
    private final OutputDictionary dictionary;
    private final SourceIds sourceIds;
    private final EncodedBytes value = new EncodedBytes();
    private boolean usesDictionary;
    private int pagesWithIds;
    private @Nullable ColumnChunkPageWriteStore store;
    private @Nullable PageWriter pages;

    /// @param schema of the output file
    /// @param column the leaf in it
    /// @param looksUp whether values that come without an id are looked up in the dictionary
    /// @param scratch memory for the page being encoded, which the writers of a file share
    LeafWriter(MessageType schema, ColumnDescriptor column, boolean looksUp, EncodedBytes scratch) {
        this.schema = only(schema, column.getPath());
        this.descriptor = this.schema.getColumns().getFirst();
        this.leaf = new Leaf(Leaf.OF_OUTPUT, descriptor);
        this.looksUp = looksUp;
        this.page = new PageBuilder(leaf, scratch);
        this.dictionary = new OutputDictionary(leaf.fixedBytes());
        this.sourceIds = new SourceIds(leaf, dictionary, looksUp);
    }

    /// The schema with one leaf only.
    private static MessageType only(MessageType schema, String[] path) {
        Type type = schema.getType(path[0]);
        return new MessageType(schema.getName(), only(type, path, 1));
    }

    private static Type only(Type type, String[] path, int depth) {
        if (type.isPrimitive()) {
            return type;
        }
        GroupType group = type.asGroupType();
        return group.withNewFields(List.of(only(group.getType(path[depth]), path, depth + 1)));
    }

    /// Begins a column chunk.
    ///
    /// @param withDictionary whether a dictionary is worth a try
    void begin(PageCompressor compressor, boolean withDictionary) {
        ColumnChunkPageWriteStore chunk =
                new ColumnChunkPageWriteStore(
                        compressor,
                        schema,
                        PROPERTIES.getAllocator(),
                        PROPERTIES.getColumnIndexTruncateLength(),
                        PROPERTIES.getPageWriteChecksumEnabled());
        store = chunk;
        pages = chunk.getPageWriter(descriptor);
        page.clear();
        dictionary.clear();
        sourceIds.clear();
        usesDictionary = withDictionary && !leaf.isBoolean();
        pagesWithIds = 0;
    }

    /// Writes rows as they are.
    ///
    /// @param rows which ones, in order; some may be there more than once
    void copy(LeafValues values, int[] rows, int from, int to) throws IOException {
        int next = from;
        while (next < to) {
            int end = next + Math.min(to - next, page.rowsLeft());
            int copied = leaf.maxRepetition() == 0 ? copyFlat(values, rows, next, end) : next;
            if (copied > next) {
                next = copied;
                endFullPage();
            } else {
                copy(values, rows[next++]);
            }
        }
    }

    /// Copies rows of a flat column, not more than the page has room for.
    ///
    /// @return the first row that is not copied
    private int copyFlat(LeafValues values, int[] rows, int from, int to) {
        if (!usesDictionary) {
            return page.addPlain(values, rows, from, to);
        }
        LeafDictionary source = values.dictionary;
        return source == null ? from : copyIds(values, source, rows, from, to);
    }

    /// Copies rows of a flat column by their ids, up to one that has none or finds no room.
    ///
    /// @return the first row that is not copied
    private int copyIds(LeafValues values, LeafDictionary source, int[] rows, int from, int to) {
        int[] ids = values.ids;
        int[] known = sourceIds.of(source);
        int[] into = page.roomForIds(to - from);
        int at = page.idCount();
        int next = from;
        for (; next < to; next++) {
            int row = rows[next];
            if (values.isNull(row)) {
                continue;
            }
            int id = ids[row];
            if (id < 0) {
                break;
            }
            int here = known[id];
            if (here < 0) {
                here = sourceIds.find(source, id);
                if (here < 0) {
                    break;
                }
            }
            into[at++] = here;
        }
        page.idsAdded(at - page.idCount());
        page.addRows(values, rows, from, next);
        return next;
    }

    /// Writes one row as it is.
    private void copy(LeafValues values, int row) throws IOException {
        Leaf from = values.leaf;
        int last = values.endTriple(row);
        for (int triple = values.firstTriple(row); triple < last; triple++) {
            int repetition = from.maxRepetition() == 0 ? 0 : values.repetition[triple];
            if (values.isNull(triple)) {
                page.addLevels(repetition, values.definition(triple));
            } else {
                copyValue(values, triple);
                page.addLevels(repetition, leaf.maxDefinition()); // may be required there and optional here
            }
        }
        endRow();
    }

    private void copyValue(LeafValues values, int triple) {
        LeafDictionary source = values.dictionaryOf(triple);
        int slot = source == null ? triple : values.ids[triple];
        if (usesDictionary && source != null) {
            int id = sourceIds.find(source, slot);
            if (id >= 0) {
                page.addId(id);
                return;
            }
        }
        LeafValues holder = source == null ? values : source.entries();
        if (leaf.isBytes()) {
            addValue(holder.pool, holder.start[slot], holder.end[slot] - holder.start[slot], looksUp);
        } else {
            value.clear();
            leaf.encode(holder.bits[slot], value);
            addValue(value.array(), 0, value.size(), looksUp);
        }
    }

    /// Adds a value, by its id if it is worth while.
    ///
    /// @return its id, −1 if it was added plain
    private int addValue(byte[] bytes, int from, int length, boolean lookUp) {
        if (usesDictionary) {
            int id = lookUp ? dictionary.idOf(bytes, from, length, true) : -1;
            if (id >= 0) {
                page.addId(id);
                return id;
            }
            giveUpDictionary();
        }
        EncodedBytes plain = page.plain();
        if (leaf.hasLengths()) {
            plain.putInt(length);
        }
        plain.put(bytes, from, length);
        return -1;
    }

    /// Whether a flat column can hold a null.
    boolean isOptional() {
        return leaf.maxDefinition() > 0;
    }

    /// Writes cells of a flat column that have values of the dictionary, up to one that is not known to.
    ///
    /// @param choices what the cell of a row gets
    /// @param idOfChoice the id of what it gets, [ReplacementIds#UNKNOWN] if it is not known
    /// @return the first row that is not written
    int writeIds(int[] choices, int[] idOfChoice, int[] rows, int from, int to) throws IOException {
        int next = from;
        while (usesDictionary && next < to) {
            int first = next;
            int end = first + Math.min(to - first, page.rowsLeft());
            int[] into = page.roomForIds(end - first);
            int at = page.idCount();
            for (; next < end; next++) {
                int choice = choices[rows[next]];
                int id = choice == Edits.KEEP ? ReplacementIds.UNKNOWN : idOfChoice[choice];
                if (id < 0) {
                    break;
                }
                into[at++] = id;
            }
            page.idsAdded(next - first);
            page.addPresent(next - first);
            page.rowsAdded(next - first);
            endFullPage();
            if (next < end) {
                return next;
            }
        }
        return next;
    }

    /// Writes a cell of a flat, optional column.
    void writeNull() throws IOException {
        page.addLevels(0, 0);
        endRow();
    }

    /// Writes a cell of a flat column.
    ///
    /// @param bytes the value, as plain pages have it after its length
    /// @return its id, as long as the chunk has a dictionary; −1 if it has none
    int write(byte[] bytes, int from, int length) throws IOException {
        int id = addValue(bytes, from, length, true);
        page.addLevels(0, leaf.maxDefinition());
        endRow();
        return id;
    }

    private void endRow() throws IOException {
        page.rowsAdded(1);
        endFullPage();
    }

    private void endFullPage() throws IOException {
        if (page.isFull()) {
            endPage();
        }
    }

    private void endPage() throws IOException {
        if (usesDictionary && pagesWithIds == 0 && !page.gainsBy(dictionary)) {
            giveUpDictionary();
        }
        if (page.idCount() > 0) {
            pagesWithIds++;
        }
        page.write(begun(pages), dictionary);
    }

    private void giveUpDictionary() {
        page.giveUpIds(dictionary);
        usesDictionary = false;
    }

    long bufferedBytes() {
        return begun(pages).getMemSize() + page.bufferedBytes() + dictionary.bytes();
    }

    /// Ends the column chunk and writes it.
    void flush(ParquetFileWriter file) throws IOException {
        if (!page.isEmpty()) {
            endPage();
        }
        if (pagesWithIds > 0) {
            begun(pages).writeDictionaryPage(dictionary.page());
        }
        begun(store).flushToFileWriter(file);
        close();
    }

    /// Gives up what is buffered.
    void close() {
        begun(store).close();
        store = null;
        pages = null;
        page.release();
        dictionary.release();
    }

    private static <T> T begun(@Nullable T part) {
        if (part == null) {
            throw new IllegalStateException("no column chunk was begun");
        }
        return part;
    }
}
