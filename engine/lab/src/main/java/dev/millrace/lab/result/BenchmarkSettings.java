package dev.millrace.lab.result;

import dev.millrace.engine.recipe.Mode;
import dev.millrace.lab.measure.Side;

import org.jspecify.annotations.Nullable;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// What a benchmark is to do.
///
/// @param sides those compared, the first of them the baseline; empty for both modes with everything else as it is by
///   default
/// @param parts which experiments are made beside the comparison of modes
/// @param runs counted runs of each side of the comparison
/// @param warmUps rounds before them that are dropped
/// @param scalingRuns counted runs for each size and number of workers
/// @param seed of orders, resamples and permutations
/// @param memoryMb limit of the heap of both modes, in MiB; 0 is the JVM's own choice. Sides that are named have their
///   own
/// @param fractions shares of the data whose times are taken
/// @param workers numbers of workers whose times are taken; empty for 1, 2, 4 … up to twice the processors, at most 5
/// @param gridBlocksKb block sizes of the constraint experiment, in KiB
/// @param gridMemoryMb heaps of it, in MiB
/// @param gridProcessors processors of it; empty for 1 and all
/// @param timeColumn whose early half is compared with the late one; null for the first column of dates
public record BenchmarkSettings(
        List<Side> sides,
        Set<Part> parts,
        int runs,
        int warmUps,
        int scalingRuns,
        long seed,
        int memoryMb,
        List<Double> fractions,
        List<Integer> workers,
        List<Integer> gridBlocksKb,
        List<Integer> gridMemoryMb,
        List<Integer> gridProcessors,
        @Nullable String timeColumn) {

    public BenchmarkSettings {
        if (runs < 1 || scalingRuns < 1 || warmUps < 0) {
            throw new IllegalArgumentException("a side needs a counted run at least");
        }
        if (sides.size() == 1 || sides.stream().map(Side::name).distinct().count() < sides.size()) {
            throw new IllegalArgumentException("two sides at least are compared, and each has a name of its own");
        }
        sides = List.copyOf(sides);
        parts = Collections.unmodifiableSet(new TreeSet<>(parts)); // in order, so that equal settings are equal text
        fractions = List.copyOf(fractions);
        workers = List.copyOf(workers);
        gridBlocksKb = List.copyOf(gridBlocksKb);
        gridMemoryMb = List.copyOf(gridMemoryMb);
        gridProcessors = List.copyOf(gridProcessors);
    }

    /// An experiment.
    public enum Part {
        /// Time over data and over workers.
        SCALING,
        /// Block size, memory and processors.
        CONSTRAINTS,
        /// What a model learns, how good the data are, drift.
        QUALITY
    }

    /// The sides compared, the usual ones if none are named.
    public List<Side> compared() {
        return sides.isEmpty() ? List.of(side(Mode.BATCH), side(Mode.STREAMING)) : sides;
    }

    /// A mode with everything but its memory as it is by default.
    public Side side(Mode mode) {
        Side side = Side.of(mode);
        return new Side(side.name(), mode, 0, 0, memoryMb, 0, 1);
    }

    /// What is done unless somebody says otherwise.
    public static BenchmarkSettings of(Set<Part> parts) {
        return new BenchmarkSettings(
                List.of(),
                parts,
                10,
                1,
                3,
                42,
                0,
                List.of(0.25, 0.5, 0.75, 1.0),
                List.of(),
                List.of(64, 512, 4096),
                List.of(128, 512),
                List.of(),
                null);
    }
}
