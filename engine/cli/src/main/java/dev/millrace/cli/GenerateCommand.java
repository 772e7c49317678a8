package dev.millrace.cli;

import dev.millrace.engine.problem.Place;
import dev.millrace.engine.problem.Problem;
import dev.millrace.engine.problem.StorageException;
import dev.millrace.sample.GeneratorSettings;
import dev.millrace.sample.TransactionGenerator;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;

/// `millrace generate`: writes the sample data at any size.
@Command(
        name = "generate",
        description = {"Writes a sample dataset.", "Made-up card transactions as CSV shards, about 140 bytes per row."},
        footer = {
            "  millrace generate data --rows 10_000",
            "  millrace generate data --rows 20M --shards 64 --recipe fraud.millrace.json"
        })
final class GenerateCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(paramLabel = "DIR", description = "The folder of the shards; made if it is not there.")
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Option(
            names = "--rows",
            paramLabel = "N",
            defaultValue = "1M",
            converter = RowsConverter.class,
            description = "Rows over all shards, such as 10_000, 250k, 2M or 1G (default: ${DEFAULT-VALUE}).")
    private long rows;

    @Option(
            names = "--shards",
            paramLabel = "N",
            defaultValue = "16",
            description = "Number of files, with --splits of each split (default: ${DEFAULT-VALUE}).")
    private int shards;

    @Option(
            names = "--seed",
            paramLabel = "S",
            defaultValue = "2025",
            description = "Picks the random numbers: equal settings give equal bytes (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(names = "--splits", description = "Share the rows out to train (70 %%), val (15 %%) and test (15 %%).")
    private boolean splits;

    @Option(
            names = "--workers",
            paramLabel = "N",
            defaultValue = "0",
            description = "Shards written at once; 0 is one per processor (default: ${DEFAULT-VALUE}).")
    private int workers;

    @Option(
            names = "--recipe",
            paramLabel = "FILE",
            description = "Write a recipe for the dataset too, ready for 'millrace run'.")
    private @Nullable Path recipe;

    @Override
    public Integer call() throws IOException {
        GeneratorSettings settings = settings();
        if (recipe != null && Files.exists(recipe)) {
            return refuse(recipe, "there is such a file already", "Choose another name for the recipe");
        }
        try (CancelOnSignal signal = new CancelOnSignal()) {
            signal.begun(Thread.currentThread()::interrupt);
            int exitCode = generate(settings);
            signal.ended(exitCode);
            return exitCode;
        }
    }

    private GeneratorSettings settings() {
        if (workers < 0) {
            throw new ParameterException(spec.commandLine(), "workers must be 0 or more, but is " + workers);
        }
        try {
            return new GeneratorSettings(rows, shards, seed, splits);
        } catch (IllegalArgumentException refused) {
            throw new ParameterException(spec.commandLine(), String.valueOf(refused.getMessage()), refused);
        }
    }

    private int generate(GeneratorSettings settings) {
        PrintWriter out = spec.commandLine().getOut();
        try (GenerateProgress progress = GenerateProgress.of(out, Terminal.current(), rows)) {
            int atOnce = workers == 0 ? Runtime.getRuntime().availableProcessors() : workers;
            new TransactionGenerator(settings).writeTo(folder, atOnce, progress);
            progress.finish(folder.toAbsolutePath().normalize());
            if (recipe != null) {
                SampleRecipe.write(recipe, folder);
                out.println("Recipe: " + recipe.toAbsolutePath().normalize());
            }
            out.flush();
            return ExitCode.DONE;
        } catch (FileAlreadyExistsException taken) {
            String finding =
                    taken.getReason() == null ? "this is a file, not a folder" : "there are part-* files in it";
            return refuse(Path.of(taken.getFile()), finding, "Choose a new or empty folder");
        } catch (IOException failure) {
            return new ErrorReport(spec.commandLine()).failure(StorageException.writing(folder, failure));
        } catch (InterruptedException cancelled) {
            PrintWriter err = spec.commandLine().getErr();
            err.println("cancelled; no shard was written to " + folder.toAbsolutePath().normalize());
            err.flush();
            return ExitCode.CANCELLED;
        }
    }

    private int refuse(Path path, String finding, String remedy) {
        new ErrorReport(spec.commandLine()).problem(new Problem(Place.of(path), finding, remedy));
        return ExitCode.USAGE;
    }
}
