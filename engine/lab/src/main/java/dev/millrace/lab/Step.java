package dev.millrace.lab;

import dev.millrace.lab.measure.Schedule;
import dev.millrace.lab.measure.Side;

import java.util.List;

/// One experiment of a benchmark.
///
/// @param experiment its name in files
record Step(String experiment, Schedule schedule) {

    static final String MODES = "modes";
    static final String SIZES = "sizes";
    static final String WORKERS = "workers";
    static final String CONSTRAINTS = "constraints";

    int runs() {
        return schedule.rounds().stream().mapToInt(List::size).sum();
    }

    static Step of(String experiment, List<Side> sides, int warmUps, int counted, long seed) {
        return new Step(experiment, Schedule.of(sides, warmUps, counted, seed));
    }
}
