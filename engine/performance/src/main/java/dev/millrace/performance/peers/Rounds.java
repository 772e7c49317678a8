package dev.millrace.performance.peers;

import static java.util.Objects.requireNonNull;

import dev.millrace.lab.measure.ChildProcess;
import dev.millrace.lab.measure.ChildProcess.Watched;
import dev.millrace.performance.Folders;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Lets the sides do a task in turn, round after round. Every output is deleted before the next side starts, and with
/// it what the system has not yet written of it. The first round warms up, and shows whether the sides agree.
final class Rounds {

    private static final String DUCKDB = "duckdb";
    private static final String STREAMING = "streaming";

    private final Path folder; // for outputs, recipes and logs
    private final int counted;

    Rounds(Path folder, int counted) {
        this.folder = folder;
        this.counted = counted;
    }

    /// What every side took in each counted round.
    Comparison compare(Task task, List<Side> sides) throws IOException, InterruptedException {
        System.out.println(task.name() + ": " + task.bytes() / 1_000_000 + " MB");
        Agreement agreement = warmUp(task, sides);
        Map<String, List<Watched>> times = new LinkedHashMap<>();
        sides.forEach(side -> times.put(side.name(), new ArrayList<>()));
        for (int round = 1; round <= counted; round++) {
            for (Side side : sides) {
                Path output = folder.resolve("output");
                Watched timed = run(task, side, output);
                requireNonNull(times.get(side.name())).add(timed);
                Folders.delete(output);
                System.out.printf("  round %d  %-22s %7.3f s%n", round, side.name(), timed.seconds());
            }
        }
        return new Comparison(task, times, agreement);
    }

    private Agreement warmUp(Task task, List<Side> sides) throws IOException, InterruptedException {
        Path duckDb = folder.resolve("output-" + DUCKDB);
        Path millrace = folder.resolve("output-" + STREAMING);
        for (Side side : sides) {
            boolean kept = side.name().equals(DUCKDB) || side.name().equals(STREAMING);
            Path output = folder.resolve("output-" + (kept ? side.name() : "other"));
            run(task, side, output);
            if (!kept) {
                Folders.delete(output);
            }
        }
        Agreement agreement =
                Files.exists(duckDb) && Files.exists(millrace)
                        ? Agreement.of(task, duckDb, millrace)
                        : new Agreement(List.of("not checked: needs the sides duckdb and streaming"));
        Folders.delete(duckDb);
        Folders.delete(millrace);
        return agreement;
    }

    private Watched run(Task task, Side side, Path output) throws IOException, InterruptedException {
        Folders.delete(output);
        Path recipe = folder.resolve("recipe.json");
        Files.write(recipe, task.work().recipe(task.data(), output));
        return ChildProcess.succeed(side.command(task, recipe, output), side.environment(), folder.resolve("log.txt"));
    }
}
