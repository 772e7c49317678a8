package dev.millrace.lab.statistics;

import java.util.ArrayList;
import java.util.List;

/// The points that no other point betters: none is at least as good in everything and better in something.
public final class ParetoFront {

    private ParetoFront() {}

    /// Whether each point is on the front.
    ///
    /// @param costs what each point costs, less being better; all points have as many
    public static List<Boolean> of(List<double[]> costs) {
        List<Boolean> front = new ArrayList<>();
        for (double[] point : costs) {
            front.add(costs.stream().noneMatch(other -> betters(other, point)));
        }
        return front;
    }

    private static boolean betters(double[] one, double[] other) {
        boolean better = false;
        for (int i = 0; i < one.length; i++) {
            if (one[i] > other[i]) {
                return false;
            }
            better |= one[i] < other[i];
        }
        return better;
    }
}
