package dev.millrace.lab;

import dev.millrace.lab.measure.Machine;
import dev.millrace.lab.measure.MeasuredRun;
import dev.millrace.lab.measure.Side;
import dev.millrace.lab.result.Comparison;

import org.jspecify.annotations.Nullable;

/// Something that happened in a benchmark.
public sealed interface LabEvent {

    /// The first event.
    ///
    /// @param runs how many there will be
    record Begun(int runs, Machine machine) implements LabEvent {}

    /// A run begins.
    ///
    /// @param number from 1
    record RunBegun(String experiment, Side side, int number, int runs, int round, boolean warmUp)
            implements LabEvent {}

    /// A run ended, well or not.
    ///
    /// @param secondsLeft what all further runs take if they are like those before; null as long as there are none left
    record RunEnded(MeasuredRun run, int runs, @Nullable Double secondsLeft) implements LabEvent {}

    /// What follows from the runs so far.
    record Compared(Comparison comparison) implements LabEvent {}

    /// Something makes figures less trustworthy, or could not be done.
    record Warned(String message) implements LabEvent {}
}
