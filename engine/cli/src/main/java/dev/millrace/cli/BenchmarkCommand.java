package dev.millrace.cli;

import dev.millrace.engine.Engine;
import dev.millrace.engine.problem.CancelledException;
import dev.millrace.engine.problem.EngineException;
import dev.millrace.engine.problem.StorageException;
import dev.millrace.engine.recipe.Recipe;
import dev.millrace.lab.Experiment;
import dev.millrace.lab.Laboratory;
import dev.millrace.lab.report.ReportFolder;
import dev.millrace.lab.result.Benchmark;
import dev.millrace.lab.result.BenchmarkSettings;

import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;

/// `millrace benchmark`: batch against streaming on this machine and these data.
@Command(
        name = "benchmark",
        description = {
            "Runs a recipe in both modes again and again, each time in a process of its own, and says what follows.",
            "Writes tables, charts and one page with everything. The recipe's own output folder is not touched."
        },
        footer = {
            "  millrace benchmark fraud.millrace.json --output target/benchmark",
            "  millrace benchmark fraud.millrace.json --all --output target/benchmark",
            "  millrace benchmark fraud.millrace.json --side batch --side streaming,heap=128 --output target/benchmark"
        })
final class BenchmarkCommand implements Callable<Integer> {

    private static final String SCRATCH = ".scratch";

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    @SuppressWarnings("NullAway.Init")
    private RecipeArgument recipe;

    @ArgGroup(validate = false, heading = "%nWhat is measured:%n", order = 1)
    private BenchmarkOptions options = new BenchmarkOptions();

    @Option(
            names = "--output",
            paramLabel = "DIR",
            required = true,
            description = "Where everything goes, the outputs of the runs too, which are deleted after each.")
    @SuppressWarnings("NullAway.Init")
    private Path output;

    @Option(names = "--overwrite", description = "Replace the files of an earlier benchmark in DIR.")
    private boolean overwrite;

    @Override
    public Integer call() throws IOException {
        BenchmarkSettings settings = options.settings(spec.commandLine());
        Engine engine = new Engine();
        Recipe read = recipe.read(engine);
        engine.plan(read); // so that what is wrong with it is told before anything is measured
        Path folder = output.toAbsolutePath().normalize();
        requireFree(folder);
        PrintWriter out = spec.commandLine().getOut();
        try (CancelOnSignal signal = new CancelOnSignal()) {
            Experiment experiment =
                    new Laboratory().start(read, settings, folder.resolve(SCRATCH), new BenchmarkLines(out));
            signal.begun(experiment::cancel);
            int exitCode = finish(experiment, folder, out);
            signal.ended(exitCode);
            return exitCode;
        }
    }

    private int finish(Experiment experiment, Path folder, PrintWriter out) {
        try {
            Benchmark benchmark = experiment.result().join();
            List<String> files = new ReportFolder(folder).write(benchmark);
            out.println();
            benchmark.comparison().headline().forEach(out::println);
            out.println();
            new Table()
                    .add("page", folder.resolve(ReportFolder.PAGE).toString())
                    .add("files", Figures.count(files.size(), "file") + " in " + folder)
                    .print(out);
            out.flush();
            return ExitCode.DONE;
        } catch (CompletionException failed) {
            if (failed.getCause() instanceof CancelledException) {
                PrintWriter err = spec.commandLine().getErr();
                err.println("cancelled; nothing was written to " + folder);
                err.flush();
                return ExitCode.CANCELLED;
            }
            return new ErrorReport(spec.commandLine())
                    .failure(failed.getCause() instanceof Exception cause ? cause : failed);
        } catch (EngineException unwritable) {
            return new ErrorReport(spec.commandLine()).failure(unwritable);
        }
    }

    /// Nothing of the user's is written over, and an earlier benchmark only if asked for.
    private void requireFree(Path folder) {
        if (Files.exists(folder.resolve(ReportFolder.BENCHMARK))) {
            if (!overwrite) {
                throw new ParameterException(
                        spec.commandLine(),
                        folder + " holds an earlier benchmark; choose another folder or --overwrite");
            }
        } else if (holdsSomething(folder)) {
            throw new ParameterException(
                    spec.commandLine(), folder + " is not empty; name a folder that does not exist yet");
        }
    }

    private static boolean holdsSomething(Path folder) {
        if (Files.notExists(folder)) {
            return false;
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.findAny().isPresent();
        } catch (IOException failure) {
            throw StorageException.reading(folder, failure);
        }
    }
}
