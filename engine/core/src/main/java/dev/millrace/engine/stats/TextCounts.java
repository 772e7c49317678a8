package dev.millrace.engine.stats;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.Arrays;

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
        byte[] pool = new byte[categories.bytesHeld()];
        int[] ends = new int[categories.size()];
        long[] sorted = new long[ends.length];
        int size = 0;
        int end = 0;
        for (int code : categories.sortedCodes()) {
            end = categories.copy(code, pool, end);
            ends[size] = end;
            sorted[size++] = counts[code + offset];
        }
        return new TextCounts(pool, ends, sorted);
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

    /// Bytes of memory that the counts of all known categories will take.
    public static long footprint(Categories categories) {
        return footprint(categories.bytesHeld(), categories.size());
    }

    private static long footprint(long bytes, long texts) {
        return bytes + texts * (Integer.BYTES + Long.BYTES);
    }

    /// Bytes of memory that it takes.
    public long footprint() {
        return footprint(pool.length, size());
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
        Sum sum = new Sum();
        forEachOfEither(other, (left, right) -> sum.measure(left < 0 ? other : this, left < 0 ? right : left));
        sum.allocate();
        forEachOfEither(
                other,
                (left, right) -> {
                    long count = (left < 0 ? 0 : counts[left]) + (right < 0 ? 0 : other.counts[right]);
                    sum.add(left < 0 ? other : this, left < 0 ? right : left, count);
                });
        return sum.counts();
    }

    private interface Pair {

        /// @param left its place in the one, or −1
        /// @param right its place in the other, or −1
        void accept(int left, int right);
    }

    /// Visits every text of both in order, those that are in both once.
    private void forEachOfEither(TextCounts other, Pair action) {
        int left = 0;
        int right = 0;
        while (left < size() || right < other.size()) {
            int order = left == size() ? 1 : right == other.size() ? -1 : compare(left, other, right);
            action.accept(order <= 0 ? left : -1, order >= 0 ? right : -1);
            left += order <= 0 ? 1 : 0;
            right += order >= 0 ? 1 : 0;
        }
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

    /// Collects texts that come in order, after it was told of each, so that it takes no more memory than they need.
    private static final class Sum {

        private int texts;
        private int bytes;
        private byte[] pool = new byte[0];
        private int[] ends = new int[0];
        private long[] counts = new long[0];
        private int size;
        private int end;

        void measure(TextCounts from, int index) {
            texts++;
            bytes = Math.addExact(bytes, from.ends[index] - from.start(index));
        }

        void allocate() {
            pool = new byte[bytes];
            ends = new int[texts];
            counts = new long[texts];
        }

        void add(TextCounts from, int index, long count) {
            int length = from.ends[index] - from.start(index);
            System.arraycopy(from.pool, from.start(index), pool, end, length);
            end += length;
            ends[size] = end;
            counts[size++] = count;
        }

        TextCounts counts() {
            return new TextCounts(pool, ends, counts);
        }
    }
}
