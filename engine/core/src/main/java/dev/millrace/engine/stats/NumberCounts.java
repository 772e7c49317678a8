package dev.millrace.engine.stats;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.Arrays;

/// How often each number occurs, in bounded memory: exactly as long as there are few distinct numbers; else numbers
/// that share their leading bits are counted together, with as many of those bits as still give few groups. So any rank
/// is known to lie in a narrow range, and one more scan of that range alone finds its number.
///
/// A number is held as a key, an integer that sorts as numbers do; a group is a key shifted to the right. The shift is
/// the least multiple of [#STEP] at which there are no more groups than the limit, hence a function of the numbers
/// alone, not of their order or of how they were merged. Immutable.
public final class NumberCounts {

    /// The least limit: enough for two groups that both have to be told apart into sixteen.
    public static final int LEAST_LIMIT = 2 << NumberCounts.STEP;

    private static final int STEP = 4;

    private final int limit;
    private final int shift;
    private final long[] groups; // ascending
    private final long[] counts;

    private NumberCounts(int limit, int shift, long[] groups, long[] counts) {
        this.limit = limit;
        this.shift = shift;
        this.groups = groups;
        this.counts = counts;
    }

    /// Writes the counts; their limit is the reader's to know.
    public void write(SummaryOutput out) throws IOException {
        out.count(shift);
        out.ascending(groups);
        out.counts(counts);
    }

    /// Reads counts.
    ///
    /// @param limit of these counts
    public static NumberCounts read(SummaryInput in, int limit) throws IOException {
        int shift = in.count(Long.SIZE - STEP);
        long[] groups = in.ascending();
        if (shift % STEP != 0 || groups.length > limit || !areGroups(groups, shift)) {
            throw in.damaged(groups.length + " groups of numbers shifted by " + shift);
        }
        return new NumberCounts(limit, shift, groups, in.positiveCounts(groups.length));
    }

    /// Whether ascending numbers are keys shifted to the right.
    private static boolean areGroups(long[] ascending, int shift) {
        return ascending.length == 0
                || (ascending[0] >= Long.MIN_VALUE >> shift
                        && ascending[ascending.length - 1] <= Long.MAX_VALUE >> shift);
    }

    /// The integer that stands for a number; −0 is 0.
    public static long key(double number) {
        return flipped(Double.doubleToLongBits(number + 0.0));
    }

    /// The number that a key stands for.
    public static double number(long key) {
        return Double.longBitsToDouble(flipped(key));
    }

    /// Negative doubles sort backwards by their bits.
    private static long flipped(long bits) {
        return bits ^ ((bits >> 63) & Long.MAX_VALUE);
    }

    /// A range of keys, both ends included.
    ///
    /// @param below how many numbers are below it
    public record Range(long least, long greatest, long below) {

        /// Every number.
        public static final Range ALL = new Range(Long.MIN_VALUE, Long.MAX_VALUE, 0);

        public boolean holds(long key) {
            return least <= key && key <= greatest;
        }
    }

    /// Whether every number is counted apart.
    public boolean isExact() {
        return shift == 0;
    }

    /// How many numbers.
    public long total() {
        return Arrays.stream(counts).sum();
    }

    /// How many groups; as many as distinct numbers if each is counted apart.
    public int groups() {
        return groups.length;
    }

    /// The least number that a group can hold; groups are in ascending order.
    public double least(int group) {
        return number(groups[group] << shift);
    }

    /// How many numbers a group holds.
    public long count(int group) {
        return counts[group];
    }

    /// The group that holds the number at a rank, counted from 0 in ascending order.
    public int groupOf(long rank) {
        return groupAt(rank);
    }

    /// The number at a rank, counted from 0 in ascending order. Only if counts are exact.
    public double numberAt(long rank) {
        requireExact();
        return number(groups[groupAt(rank)]);
    }

    /// The most frequent number, of several the smallest. Only if counts are exact and of some number.
    public double mostFrequent() {
        requireExact();
        int best = 0;
        for (int i = 1; i < counts.length; i++) {
            best = counts[i] > counts[best] ? i : best;
        }
        return number(groups[best]);
    }

    /// The narrowest range that is sure to hold the numbers at two neighbouring or equal ranks.
    public Range rangeOf(long rank, long sameOrNext) {
        int first = groupAt(rank);
        int last = groupAt(sameOrNext);
        long below = 0;
        for (int i = 0; i < first; i++) {
            below += counts[i];
        }
        return new Range(groups[first] << shift, (groups[last] << shift) | ((1L << shift) - 1), below);
    }

    private int groupAt(long rank) {
        long passed = 0;
        for (int i = 0; i < counts.length; i++) {
            passed += counts[i];
            if (rank < passed) {
                return i;
            }
        }
        throw new IllegalArgumentException("there is no rank " + rank + " among " + passed + " numbers");
    }

    private void requireExact() {
        if (!isExact()) {
            throw new IllegalStateException("numbers are counted in groups");
        }
    }

    /// The counts of both together, which have one limit.
    public NumberCounts plus(NumberCounts other) {
        int common = Math.max(shift, other.shift);
        NumberCounts left = shiftedTo(common);
        NumberCounts right = other.shiftedTo(common);
        long[] sums = new long[left.groups.length + right.groups.length];
        long[] merged = new long[sums.length];
        int size = 0;
        int i = 0;
        int j = 0;
        while (i < left.groups.length || j < right.groups.length) {
            boolean fromLeft =
                    j == right.groups.length || (i < left.groups.length && left.groups[i] <= right.groups[j]);
            boolean fromRight =
                    i == left.groups.length || (j < right.groups.length && right.groups[j] <= left.groups[i]);
            merged[size] = fromLeft ? left.groups[i] : right.groups[j];
            sums[size++] = (fromLeft ? left.counts[i++] : 0) + (fromRight ? right.counts[j++] : 0);
        }
        return new NumberCounts(limit, common, Arrays.copyOf(merged, size), Arrays.copyOf(sums, size)).limited();
    }

    private NumberCounts limited() {
        NumberCounts few = this;
        while (few.groups.length > limit) {
            few = few.shiftedTo(few.shift + STEP);
        }
        return few;
    }

    private NumberCounts shiftedTo(int wanted) {
        if (wanted == shift) {
            return this;
        }
        long[] wider = new long[groups.length];
        long[] sums = new long[groups.length];
        int size = 0;
        for (int i = 0; i < groups.length; i++) {
            long group = groups[i] >> (wanted - shift);
            if (size == 0 || wider[size - 1] != group) {
                wider[size++] = group;
            }
            sums[size - 1] += counts[i];
        }
        return new NumberCounts(limit, wanted, Arrays.copyOf(wider, size), Arrays.copyOf(sums, size));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof NumberCounts counted
                && limit == counted.limit
                && shift == counted.shift
                && Arrays.equals(groups, counted.groups)
                && Arrays.equals(counts, counted.counts);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(groups) * 31 + Arrays.hashCode(counts);
    }

    @Override
    public String toString() {
        return groups.length + " groups of numbers that share " + (Long.SIZE - shift) + " bits";
    }

    /// Counts numbers. Not thread-safe. Open addressing with linear probing.
    public static final class Collector {

        private static final long MULTIPLIER = 0x9E37_79B9_7F4A_7C15L;

        private final int limit;
        private int shift;
        private int size;
        private long[] groups = new long[64];
        private long[] counts = new long[64]; // 0 where the slot is vacant

        /// @param limit most groups, at least [#LEAST_LIMIT]
        public Collector(int limit) {
            if (limit < LEAST_LIMIT) {
                throw new IllegalArgumentException("limit is " + limit + " but must be at least " + LEAST_LIMIT);
            }
            this.limit = limit;
        }

        /// Takes in a number by its key.
        ///
        /// @param times how often it occurs, at least 1
        public void add(long key, long times) {
            put(key >> shift, times);
            while (size > limit) {
                rebuild(groups.length, shift + STEP);
            }
        }

        private void put(long group, long times) {
            int mask = groups.length - 1;
            int slot = hash(group) & mask;
            while (counts[slot] != 0) {
                if (groups[slot] == group) {
                    counts[slot] += times;
                    return;
                }
                slot = (slot + 1) & mask;
            }
            groups[slot] = group;
            counts[slot] = times;
            if (++size * 2 > groups.length) {
                rebuild(groups.length * 2, shift);
            }
        }

        /// Keys of whole numbers end in many zeros, which one multiplication would leave at the end.
        private static int hash(long group) {
            long product = group * MULTIPLIER;
            return (int) (((product ^ (product >>> 29)) * MULTIPLIER) >>> 32);
        }

        private void rebuild(int capacity, int newShift) {
            long[] oldGroups = groups;
            long[] oldCounts = counts;
            groups = new long[capacity];
            counts = new long[capacity];
            size = 0;
            for (int slot = 0; slot < oldGroups.length; slot++) {
                if (oldCounts[slot] != 0) {
                    put(oldGroups[slot] >> (newShift - shift), oldCounts[slot]);
                }
            }
            shift = newShift;
        }

        public NumberCounts counts() {
            long[] sorted = new long[size];
            int known = 0;
            for (int slot = 0; slot < groups.length; slot++) {
                if (counts[slot] != 0) {
                    sorted[known++] = groups[slot];
                }
            }
            Arrays.sort(sorted);
            long[] counted = new long[size];
            for (int i = 0; i < size; i++) {
                counted[i] = count(sorted[i]);
            }
            return new NumberCounts(limit, shift, sorted, counted);
        }

        private long count(long group) {
            int mask = groups.length - 1;
            int slot = hash(group) & mask;
            while (groups[slot] != group || counts[slot] == 0) {
                slot = (slot + 1) & mask;
            }
            return counts[slot];
        }
    }
}
