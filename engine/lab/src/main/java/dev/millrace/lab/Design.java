package dev.millrace.lab;

import dev.millrace.engine.recipe.Mode;
import dev.millrace.lab.measure.Side;
import dev.millrace.lab.result.BenchmarkSettings;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/// Which sides are run how often, and in which order.
record Design(List<Step> steps) {

    private static final int MOST_WORKER_COUNTS = 5;

    Design {
        steps = List.copyOf(steps);
    }

    /// @param processors of the machine
    /// @param divisible whether a part of the data can be taken, and several workers have something to do
    static Design of(BenchmarkSettings settings, int processors, boolean divisible) {
        List<Step> steps = new ArrayList<>();
        steps.add(Step.of(Step.MODES, settings.compared(), settings.warmUps(), settings.runs(), settings.seed()));
        if (settings.parts().contains(BenchmarkSettings.Part.SCALING) && divisible) {
            List<Side> modes = List.of(settings.side(Mode.BATCH), settings.side(Mode.STREAMING));
            steps.add(Step.of(Step.SIZES, sizes(settings, modes), 0, settings.scalingRuns(), settings.seed()));
            List<Side> workers = workers(settings, modes.getLast(), processors);
            steps.add(Step.of(Step.WORKERS, workers, 0, settings.scalingRuns(), settings.seed()));
        }
        if (settings.parts().contains(BenchmarkSettings.Part.CONSTRAINTS)) {
            steps.add(Step.of(Step.CONSTRAINTS, grid(settings, processors), 0, 1, settings.seed()));
        }
        return new Design(steps);
    }

    int runs() {
        return steps.stream().mapToInt(Step::runs).sum();
    }

    private static List<Side> sizes(BenchmarkSettings settings, List<Side> modes) {
        List<Side> sides = new ArrayList<>();
        for (Side mode : modes) {
            settings.fractions().forEach(fraction -> sides.add(mode.withFraction(fraction)));
        }
        return sides;
    }

    private static List<Side> workers(BenchmarkSettings settings, Side streaming, int processors) {
        TreeSet<Integer> counts = new TreeSet<>(settings.workers());
        if (counts.isEmpty()) {
            counts.add(2 * processors);
            for (int count = 1; count <= 2 * processors && counts.size() < MOST_WORKER_COUNTS; count *= 2) {
                counts.add(count);
            }
        }
        return counts.stream().map(streaming::withWorkers).toList();
    }

    private static List<Side> grid(BenchmarkSettings settings, int processors) {
        TreeSet<Integer> counts = new TreeSet<>(settings.gridProcessors());
        if (counts.isEmpty()) {
            counts.addAll(List.of(1, processors));
        }
        List<Side> sides = new ArrayList<>();
        for (int memory : settings.gridMemoryMb()) {
            for (int blocks : settings.gridBlocksKb()) {
                for (int count : counts) {
                    String name = "%d KiB blocks, %d MiB heap, %d CPU".formatted(blocks, memory, count);
                    sides.add(new Side(name, Mode.STREAMING, 0, blocks, memory, count, 1));
                }
            }
        }
        return sides;
    }
}
