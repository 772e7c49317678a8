package dev.millrace.lab.measure;

import dev.millrace.engine.recipe.Mode;

import java.util.Locale;

/// One way of running the recipe.
///
/// @param name what a person calls it
/// @param workers shards worked on at once in streaming mode; 0 lets the engine choose
/// @param blockKb size of a block in KiB; 0 is the default
/// @param memoryMb limit of the heap in MiB (`-Xmx`); 0 is the JVM's own choice
/// @param processors that the JVM may use; 0 is all of them
/// @param fraction share of the dataset's shards that is read, above 0 to 1
public record Side(String name, Mode mode, int workers, int blockKb, int memoryMb, int processors, double fraction) {

    public Side {
        if (!(fraction > 0 && fraction <= 1)) {
            throw new IllegalArgumentException("the fraction is " + fraction + " but must be above 0 and at most 1");
        }
    }

    /// A mode with everything else as it is by default.
    public static Side of(Mode mode) {
        return new Side(mode.name().toLowerCase(Locale.ROOT), mode, 0, 0, 0, 0, 1);
    }

    /// A side that is named by what it has of its own, such as `streaming, 2 workers, 512 MiB heap`. What is 0 is left
    /// to the engine or the JVM.
    public static Side of(Mode mode, int workers, int blockKb, int memoryMb, int processors, double fraction) {
        Side side = workers == 0 ? of(mode) : of(mode).withWorkers(workers);
        StringBuilder name = new StringBuilder(side.name());
        if (blockKb > 0) {
            name.append(", ").append(blockKb).append(" KiB blocks");
        }
        if (memoryMb > 0) {
            name.append(", ").append(memoryMb).append(" MiB heap");
        }
        if (processors > 0) {
            name.append(", ").append(processors).append(" CPU");
        }
        Side limited = new Side(name.toString(), mode, workers, blockKb, memoryMb, processors, 1);
        return fraction < 1 ? limited.withFraction(fraction) : limited;
    }

    /// The same side under another name.
    public Side named(String other) {
        return new Side(other, mode, workers, blockKb, memoryMb, processors, fraction);
    }

    public Side withFraction(double other) {
        return new Side(
                "%s, %.0f %% of the data".formatted(name, other * 100),
                mode,
                workers,
                blockKb,
                memoryMb,
                processors,
                other);
    }

    public Side withWorkers(int other) {
        String text = other == 1 ? "1 worker" : other + " workers";
        return new Side(name + ", " + text, mode, other, blockKb, memoryMb, processors, fraction);
    }
}
