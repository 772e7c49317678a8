package dev.millrace.engine.parquet;

import dev.millrace.engine.stats.Categories;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;

/// The category codes of a column's values, as far as they were asked for: of a dictionary's ids, each looked up once,
/// and of other values of up to 64 bits, the latest ones. So for most rows neither a text is made nor a hash taken.
///
/// Bound to one [Categories], whose codes never change.
final class CodeCache {

    static final int UNKNOWN = Integer.MIN_VALUE;

    private static final int LATEST = 1 << 10;
    private static final long MULTIPLIER = 0x9E37_79B9_7F4A_7C15L;

    private final Categories categories;
    private @Nullable LeafDictionary dictionary;
    private int[] codeOfId = new int[0];
    private long[] latestBits = new long[0];
    private int[] latestCodes = new int[0];

    CodeCache(Categories categories) {
        this.categories = categories;
    }

    boolean isOf(Categories others) {
        return categories == others;
    }

    /// Begins with a dictionary, unless it is the one from before.
    void use(@Nullable LeafDictionary current) {
        if (current != null && (dictionary == null || !dictionary.isSame(current))) {
            dictionary = current;
            codeOfId = new int[current.size()];
            Arrays.fill(codeOfId, UNKNOWN);
        }
    }

    /// The codes by id, [#UNKNOWN] for what was not asked for yet.
    int[] codesOfIds() {
        return codeOfId;
    }

    int ofId(int id) {
        return codeOfId[id];
    }

    int keepId(int id, int code) {
        codeOfId[id] = code;
        return code;
    }

    int ofBits(long bits) {
        if (latestBits.length == 0) {
            latestBits = new long[LATEST];
            latestCodes = new int[LATEST];
            Arrays.fill(latestCodes, UNKNOWN);
        }
        int slot = slot(bits);
        return latestBits[slot] == bits ? latestCodes[slot] : UNKNOWN;
    }

    int keepBits(long bits, int code) {
        int slot = slot(bits);
        latestBits[slot] = bits;
        latestCodes[slot] = code;
        return code;
    }

    private static int slot(long bits) {
        return (int) ((bits * MULTIPLIER) >>> (Long.SIZE - 10));
    }
}
