package dev.millrace.engine.strategy.temporal;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// A set of groups, each known by a hash of 64 bits: 8 to 16 bytes for each. Immutable.
///
/// Two groups of one hash count as one group, and so go the same way; among ten million groups that happens to some
/// pair with a probability of 3·10⁻⁶.
///
/// The hashes are kept as sorted runs of falling lengths, so that adding up many shards costs n·log n in all, not a
/// copy of the whole for each shard.
final class GroupHashes {

    static final GroupHashes NONE = new GroupHashes(List.of());

    private final List<long[]> runs;

    private GroupHashes(List<long[]> runs) {
        this.runs = runs;
    }

    /// @param sorted ascending, each once
    static GroupHashes of(long[] sorted) {
        return sorted.length == 0 ? NONE : new GroupHashes(List.of(sorted));
    }

    GroupHashes plus(GroupHashes other) {
        List<long[]> all = new ArrayList<>(runs);
        for (long[] run : other.runs) {
            all.add(run);
            while (all.size() > 1 && all.get(all.size() - 2).length <= 2L * all.getLast().length) {
                long[] last = all.removeLast();
                all.add(merged(all.removeLast(), last));
            }
        }
        return new GroupHashes(all);
    }

    /// At least the number of groups; a group in several runs counts several times.
    long entries() {
        return runs.stream().mapToLong(run -> run.length).sum();
    }

    /// The same set in one run.
    GroupHashes compact() {
        return of(sorted());
    }

    /// All hashes, ascending, each once.
    long[] sorted() {
        long[] all = new long[0];
        for (long[] run : runs.reversed()) {
            all = merged(run, all);
        }
        return all;
    }

    private static long[] merged(long[] left, long[] right) {
        long[] both = new long[Math.addExact(left.length, right.length)];
        int count = 0;
        int i = 0;
        int j = 0;
        while (i < left.length || j < right.length) {
            if (j == right.length || (i < left.length && left[i] <= right[j])) {
                j += j < right.length && left[i] == right[j] ? 1 : 0;
                both[count++] = left[i++];
            } else {
                both[count++] = right[j++];
            }
        }
        return count == both.length ? both : Arrays.copyOf(both, count);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof GroupHashes hashes && Arrays.equals(sorted(), hashes.sorted());
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(sorted());
    }
}
