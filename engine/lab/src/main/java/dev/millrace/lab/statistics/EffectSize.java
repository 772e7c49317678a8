package dev.millrace.lab.statistics;

/// How far two samples lie apart, whatever their unit.
///
/// @param hedgesG difference of means in pooled standard deviations, corrected for few values (Hedges 1981); infinite
///   when neither sample varies but they differ, 0 when all values are equal
/// @param cliffsDelta how much more often a value of the first is above one of the second than below it, −1 to 1 (Cliff
///   1993)
public record EffectSize(double hedgesG, double cliffsDelta) {

    public static EffectSize of(double[] first, double[] second) {
        return new EffectSize(hedgesG(first, second), cliffsDelta(first, second));
    }

    private static double hedgesG(double[] first, double[] second) {
        int freedom = first.length + second.length - 2;
        double difference = Samples.mean(first) - Samples.mean(second);
        if (difference == 0 || freedom < 1) {
            return 0;
        }
        double squares = (first.length - 1) * Samples.variance(first) + (second.length - 1) * Samples.variance(second);
        double correction = 1 - 3 / (4.0 * freedom - 1);
        return difference / Math.sqrt(squares / freedom) * correction;
    }

    private static double cliffsDelta(double[] first, double[] second) {
        long balance = 0;
        for (double one : first) {
            for (double other : second) {
                balance += Double.compare(one, other);
            }
        }
        return (double) balance / ((long) first.length * second.length);
    }
}
