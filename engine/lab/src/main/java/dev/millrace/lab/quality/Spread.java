package dev.millrace.lab.quality;

import dev.millrace.engine.stats.NumberCounts;

/// Ranks and distances of counted numbers. Where numbers are counted in groups each is taken as the least of its group,
/// and what that may change is told.
public final class Spread {

    private Spread() {}

    /// A number that no number of a group is above: the number itself where each is counted, else the least of the next
    /// group.
    public static double greatest(NumberCounts counts, int group) {
        if (counts.isExact()) {
            return counts.least(group);
        }
        return group + 1 < counts.groups() ? counts.least(group + 1) : Double.POSITIVE_INFINITY;
    }

    /// The quantile of a share: interpolated where each number is counted (type 7 of Hyndman and Fan 1996), else the
    /// least number of the group at its rank. NaN of no number.
    static double quantile(NumberCounts counts, double share) {
        long total = counts.total();
        if (total == 0) {
            return Double.NaN;
        }
        double position = share * (total - 1);
        long below = (long) Math.floor(position);
        double low = counts.least(counts.groupOf(below));
        if (!counts.isExact() || below == position) {
            return low;
        }
        double high = counts.least(counts.groupOf(Math.min(below + 1, total - 1)));
        return low + (position - below) * (high - low);
    }

    /// How much a quantile may be above what [#quantile] gives.
    static double doubt(NumberCounts counts, double share) {
        if (counts.isExact() || counts.total() == 0) {
            return 0;
        }
        int group = counts.groupOf((long) Math.floor(share * (counts.total() - 1)));
        return greatest(counts, group) - counts.least(group);
    }

    /// How many numbers are outside a range.
    static long outside(NumberCounts counts, double low, double high) {
        long outside = 0;
        for (int group = 0; group < counts.groups(); group++) {
            double number = counts.least(group);
            outside += number < low || number > high ? counts.count(group) : 0;
        }
        return outside;
    }

    /// How many numbers are in groups that lie wholly outside a range.
    static long whollyOutside(NumberCounts counts, double low, double high) {
        long outside = 0;
        for (int group = 0; group < counts.groups(); group++) {
            boolean wholly = greatest(counts, group) < low || counts.least(group) > high;
            outside += wholly ? counts.count(group) : 0;
        }
        return outside;
    }

    /// How many numbers are in groups that reach out of a range.
    static long reachingOutside(NumberCounts counts, double low, double high) {
        long outside = 0;
        for (int group = 0; group < counts.groups(); group++) {
            boolean reaches = counts.least(group) < low || greatest(counts, group) > high;
            outside += reaches ? counts.count(group) : 0;
        }
        return outside;
    }

    /// The greatest share of all numbers that one group holds; 0 where each number is counted.
    static double coarseness(NumberCounts counts) {
        long most = 0;
        for (int group = 0; group < counts.groups(); group++) {
            most = Math.max(most, counts.count(group));
        }
        return counts.isExact() || most == 0 ? 0 : (double) most / counts.total();
    }

    /// The distance of Kolmogorov and Smirnov: the greatest difference of the shares up to a number. NaN if there is no
    /// number on one side.
    static double distance(NumberCounts first, NumberCounts second) {
        double totalFirst = first.total();
        double totalSecond = second.total();
        long sumFirst = 0;
        long sumSecond = 0;
        double distance = totalFirst == 0 || totalSecond == 0 ? Double.NaN : 0;
        int i = 0;
        int k = 0;
        while (i < first.groups() && k < second.groups()) {
            double number = Math.min(first.least(i), second.least(k));
            if (first.least(i) == number) {
                sumFirst += first.count(i++);
            }
            if (second.least(k) == number) {
                sumSecond += second.count(k++);
            }
            distance = Math.max(distance, Math.abs(sumFirst / totalFirst - sumSecond / totalSecond));
        }
        return distance;
    }
}
