package dev.millrace.engine.stats;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.Arrays;
import java.util.stream.IntStream;

/// How often each distinct text occurs, in code-point order (which in UTF-8 is the order of the bytes). All texts lie
/// in one array, so that a million of them cost little more than their bytes. Immutable; merging is exact.
public final class TextCounts {

    /// Of no text.
    public static final TextCounts NONE = new TextCounts(new byte[0], new int[0], new long[0]);

    private final byte[] pool;
    private final int[] ends; // of each text in the pool; it begins where the one before it ends
    private final long[] counts;

    private TextCounts(byte[] pool, int[] ends, long[] counts) {
        this.pool = pool;
        this.ends = ends;
        this.counts = counts;
    }

    /// The counts of all known categories.
    ///
    /// @param counts how often each occurs, by code
    /// @param offset index of code 0 among the counts
    public static TextCounts of(Categories categories, long[] counts, int offset) {
        int size = categories.size();
        byte[][] texts = new byte[size][];
        long[] prefixes = new long[size];
        for (int code = 0; code < size; code++) {
            texts[code] = categories.bytes(code);
            prefixes[code] = prefix(texts[code]);
        }
        int[] order =
                IntStream.range(0, size)
                        .boxed()
                        .sorted((a, b) -> {
                            int byPrefix = Long.compareUnsigned(prefixes[a], prefixes[b]);
                            return byPrefix != 0 ? byPrefix : Arrays.compareUnsigned(texts[a], texts[b]);
                        })
                        .mapToInt(Integer::intValue)
                        .toArray();
        Builder sorted = new Builder(size, categories.bytesHeld());
        for (int code : order) {
            sorted.add(texts[code], 0, texts[code].length, counts[code + offset]);
        }
        return sorted.build();
    }

    /// The first eight bytes, so that most comparisons need not follow a reference.
    private static long prefix(byte[] text) {
        long prefix = 0;
        for (int i = 0; i < Long.BYTES; i++) {
            prefix = (prefix << Byte.SIZE) | (i < text.length ? text[i] & 0xFF : 0);
        }
        return prefix;
    }

    public void write(SummaryOutput out) throws IOException {
        out.count(size());
        for (int i = 0; i < size(); i++) {
            out.count(ends[i] - start(i));
        }
        out.counts(counts);
        out.bytes(pool);
    }

    public static TextCounts read(SummaryInput in) throws IOException {
        int[] ends = new int[in.size(2)]; // a byte for the length and one for the count
        int end = 0;
        for (int i = 0; i < ends.length; i++) {
            end += in.count(Integer.MAX_VALUE - end);
            ends[i] = end;
        }
        long[] counts = in.positiveCounts(ends.length);
        TextCounts read = new TextCounts(in.bytes(end), ends, counts);
        for (int i = 1; i < ends.length; i++) {
            if (read.compare(i - 1, read, i) >= 0) {
                throw in.damaged("texts that are not in order");
            }
        }
        return read;
    }

    /// How many distinct texts.
    public int size() {
        return counts.length;
    }

    /// Bytes of all distinct texts together.
    public long bytes() {
        return pool.length;
    }

    /// The bytes of a text, by its place in the order.
    public byte[] text(int index) {
        return Arrays.copyOfRange(pool, start(index), ends[index]);
    }

    /// How often it occurs.
    public long count(int index) {
        return counts[index];
    }

    /// It as a number; NaN if it is none.
    public double number(int index) {
        return Numbers.parse(pool, start(index), ends[index]);
    }

    /// Whether every text is a number; true of no text.
    public boolean allNumbers() {
        for (int i = 0; i < size(); i++) {
            if (Double.isNaN(number(i))) {
                return false;
            }
        }
        return true;
    }

    /// The place of the most frequent text, of several the first.
    ///
    /// @throws IllegalStateException if there is no text
    public int mostFrequent() {
        if (size() == 0) {
            throw new IllegalStateException("there is no text");
        }
        int best = 0;
        for (int i = 1; i < size(); i++) {
            best = counts[i] > counts[best] ? i : best;
        }
        return best;
    }

    /// The counts of both together.
    public TextCounts plus(TextCounts other) {
        if (size() == 0) {
            return other;
        }
        if (other.size() == 0) {
            return this;
        }
        Builder sum = new Builder(size() + other.size(), Math.addExact(pool.length, other.pool.length));
        int left = 0;
        int right = 0;
        while (left < size() || right < other.size()) {
            int order = left == size() ? 1 : right == other.size() ? -1 : compare(left, other, right);
            if (order == 0) {
                sum.add(pool, start(left), ends[left], counts[left] + other.counts[right]);
                left++;
                right++;
            } else if (order < 0) {
                sum.add(pool, start(left), ends[left], counts[left]);
                left++;
            } else {
                sum.add(other.pool, other.start(right), other.ends[right], other.counts[right]);
                right++;
            }
        }
        return sum.build();
    }

    private int compare(int index, TextCounts other, int otherIndex) {
        return Arrays.compareUnsigned(
                pool, start(index), ends[index], other.pool, other.start(otherIndex), other.ends[otherIndex]);
    }

    private int start(int index) {
        return index == 0 ? 0 : ends[index - 1];
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof TextCounts counted
                && Arrays.equals(pool, counted.pool)
                && Arrays.equals(ends, counted.ends)
                && Arrays.equals(counts, counted.counts);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(pool) * 31 + Arrays.hashCode(counts);
    }

    @Override
    public String toString() {
        return size() + " distinct texts";
    }

    /// Collects texts that come in order.
    private static final class Builder {

        private final byte[] pool;
        private final int[] ends;
        private final long[] counts;
        private int size;
        private int end;

        Builder(int mostTexts, int mostBytes) {
            pool = new byte[mostBytes];
            ends = new int[mostTexts];
            counts = new long[mostTexts];
        }

        void add(byte[] bytes, int from, int to, long count) {
            System.arraycopy(bytes, from, pool, end, to - from);
            end += to - from;
            ends[size] = end;
            counts[size++] = count;
        }

        TextCounts build() {
            return new TextCounts(Arrays.copyOf(pool, end), Arrays.copyOf(ends, size), Arrays.copyOf(counts, size));
        }
    }
}
