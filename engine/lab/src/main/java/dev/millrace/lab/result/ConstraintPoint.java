package dev.millrace.lab.result;

import dev.millrace.lab.learn.ModelQuality;
import dev.millrace.lab.measure.MeasuredRun;
import dev.millrace.lab.statistics.ParetoFront;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/// One point of the grid of block size, memory and processors.
///
/// @param quality of a model on what the run wrote; null if it failed or there is nothing to learn
/// @param onFront whether no other point is at least as good in time, memory and model and better in one of them
public record ConstraintPoint(MeasuredRun run, @Nullable ModelQuality quality, boolean onFront) {

    /// Marks the Pareto front; a run that failed is never on it.
    public static List<ConstraintPoint> marked(List<ConstraintPoint> points) {
        Iterator<Boolean> front =
                ParetoFront.of(
                                points.stream()
                                        .filter(point -> point.run().counts())
                                        .map(ConstraintPoint::costs)
                                        .toList())
                        .iterator();
        List<ConstraintPoint> marked = new ArrayList<>();
        for (ConstraintPoint point : points) {
            boolean onFront = point.run().counts() && front.next();
            marked.add(new ConstraintPoint(point.run(), point.quality(), onFront));
        }
        return marked;
    }

    private double[] costs() {
        double model = quality == null ? 0 : -quality.figure();
        return new double[] {run.seconds(), run.peakResidentBytes(), model};
    }
}
