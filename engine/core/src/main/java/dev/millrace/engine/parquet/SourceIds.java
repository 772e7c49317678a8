package dev.millrace.engine.parquet;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;

/// Where the entries of the input's dictionary are in that of the output's column chunk, as far as they are in use. A
/// value is looked at once for each chunk, not once for each row.
final class SourceIds {

    static final int UNKNOWN = -1;

    private final Leaf leaf; // of the output
    private final OutputDictionary dictionary;
    private final boolean looksUp;
    private final EncodedBytes value = new EncodedBytes();
    private @Nullable LeafDictionary source;
    private boolean isOnly; // whether nothing but its entries is in the dictionary
    private int[] ids = new int[0];

    /// @param looksUp whether the dictionary gets values from elsewhere too
    SourceIds(Leaf leaf, OutputDictionary dictionary, boolean looksUp) {
        this.leaf = leaf;
        this.dictionary = dictionary;
        this.looksUp = looksUp;
    }

    /// Another chunk begins.
    void clear() {
        source = null;
    }

    /// The ids of the output by those of an input dictionary, [#UNKNOWN] for what was not in use yet.
    int[] of(LeafDictionary of) {
        LeafDictionary last = source;
        if (last == null || !last.isSame(of)) {
            isOnly = dictionary.size() == 0 && !looksUp;
            if (ids.length < of.size()) {
                ids = new int[of.size()];
            }
            Arrays.fill(ids, 0, of.size(), UNKNOWN);
        }
        source = of;
        return ids;
    }

    /// The id of an entry, for which room is made.
    ///
    /// @return −1 if there is no room
    int find(LeafDictionary of, int id) {
        int[] known = of(of);
        if (known[id] < 0) {
            LeafValues entries = of.entries();
            if (leaf.isBytes()) {
                int start = entries.start[id];
                known[id] = dictionary.idOf(entries.pool, start, entries.end[id] - start, !isOnly);
            } else {
                value.clear();
                leaf.encode(entries.bits[id], value);
                known[id] = dictionary.idOf(value.array(), 0, value.size(), !isOnly);
            }
        }
        return known[id];
    }
}
