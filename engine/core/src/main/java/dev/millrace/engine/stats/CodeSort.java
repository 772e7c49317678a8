package dev.millrace.engine.stats;

/// Sorts the codes 0 to n − 1 by what they stand for, in 16 bytes for each: a merge sort that looks at prefixes first,
/// and follows a code only where two are equal.
abstract class CodeSort {

    private static final int SHORT_RUN = 8;

    private final long[] prefixes;
    private int[] codes;
    private int[] scratch;

    CodeSort(int size) {
        prefixes = new long[size];
        codes = new int[size];
        scratch = new int[size];
    }

    /// A number that is in unsigned order wherever it tells two codes apart.
    abstract long prefix(int code);

    /// The order of two codes whose prefixes are equal.
    abstract int compare(int left, int right);

    int[] sorted() {
        for (int code = 0; code < codes.length; code++) {
            prefixes[code] = prefix(code);
            codes[code] = code;
        }
        for (int from = 0; from < codes.length; from += SHORT_RUN) {
            insertionSort(from, Math.min(codes.length, from + SHORT_RUN));
        }
        for (long run = SHORT_RUN; run < codes.length; run *= 2) {
            for (long from = 0; from < codes.length; from += 2 * run) {
                merge(
                        (int) from,
                        (int) Math.min(codes.length, from + run),
                        (int) Math.min(codes.length, from + 2 * run));
            }
            int[] merged = scratch;
            scratch = codes;
            codes = merged;
        }
        return codes;
    }

    private void insertionSort(int from, int to) {
        for (int i = from + 1; i < to; i++) {
            int code = codes[i];
            int at = i;
            while (at > from && order(codes[at - 1], code) > 0) {
                codes[at] = codes[at - 1];
                at--;
            }
            codes[at] = code;
        }
    }

    private void merge(int from, int middle, int to) {
        int left = from;
        int right = middle;
        for (int at = from; at < to; at++) {
            boolean fromLeft = right == to || (left < middle && order(codes[left], codes[right]) <= 0);
            scratch[at] = fromLeft ? codes[left++] : codes[right++];
        }
    }

    private int order(int left, int right) {
        int byPrefix = Long.compareUnsigned(prefixes[left], prefixes[right]);
        return byPrefix != 0 ? byPrefix : compare(left, right);
    }
}
