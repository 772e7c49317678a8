package dev.millrace.engine.parquet;

import java.io.IOException;
import java.nio.file.Path;

/// The dictionary of one column chunk.
final class LeafDictionary {

    private final LeafValues entries;
    private final Path file;
    private final int rowGroup;

    /// @param rowGroup whose chunk it is of, by index in the footer's list
    private LeafDictionary(LeafValues entries, Path file, int rowGroup) {
        this.entries = entries;
        this.file = file;
        this.rowGroup = rowGroup;
    }

    /// Reads the values of a dictionary page.
    ///
    /// @param bytes the page, unpacked: values in the plain encoding
    static LeafDictionary of(Leaf leaf, byte[] bytes, int size, ShardFooter footer, int rowGroup) throws IOException {
        LeafValues entries = new LeafValues(leaf);
        entries.ensure(size);
        ValueDecoder.plain(leaf, bytes, 0, bytes.length).read(entries, 0, size);
        entries.triples = size;
        return new LeafDictionary(entries, footer.file(), rowGroup);
    }

    /// Its values by id, one in each slot, none of them null.
    LeafValues entries() {
        return entries;
    }

    int size() {
        return entries.triples;
    }

    /// Whether it is of the same column chunk, though perhaps read another time.
    boolean isSame(LeafDictionary other) {
        return this == other
                || (rowGroup == other.rowGroup
                        && entries.leaf.index() == other.entries.leaf.index()
                        && file.equals(other.file));
    }
}
