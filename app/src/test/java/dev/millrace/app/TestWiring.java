package dev.millrace.app;

import dev.millrace.app.background.Background;
import dev.millrace.app.benchmark.BenchmarkStarter;
import dev.millrace.app.benchmark.LaboratoryBenchmarks;
import dev.millrace.app.run.EngineRuns;
import dev.millrace.app.run.RunStarter;
import dev.millrace.app.text.Figures;
import dev.millrace.app.text.Texts;
import dev.millrace.engine.Engine;

import javafx.beans.property.SimpleBooleanProperty;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Executor;

/// The workbench with a test's surroundings.
public final class TestWiring {

    public static final Locale LOCALE = Locale.US;

    public final NotedDesktop desktop = new NotedDesktop();
    public final ScriptedBenchmarks benchmarks = new ScriptedBenchmarks();
    public final MemoryPreferences preferences = new MemoryPreferences();
    public final SetClock clock = new SetClock();
    public final Texts texts = new Texts(LOCALE);
    public final Figures figures = new Figures(LOCALE);
    private final Engine engine = new Engine();

    /// Everything happens at once, on the caller's thread.
    public Wiring atOnce(Path sampleFolder, RunStarter runs) {
        return wiring(sampleFolder, runs, benchmarks, new Background(Runnable::run, Runnable::run, Duration.ZERO));
    }

    /// Everything happens as in the program.
    public Wiring inBackground(Path sampleFolder, Executor workers, Executor screen) {
        return wiring(sampleFolder, new EngineRuns(engine), new LaboratoryBenchmarks(engine), asThere(workers, screen));
    }

    /// The same with other runs, and benchmarks that a test tells.
    public Wiring inBackground(Path sampleFolder, RunStarter runs, Executor workers, Executor screen) {
        return wiring(sampleFolder, runs, benchmarks, asThere(workers, screen));
    }

    private static Background asThere(Executor workers, Executor screen) {
        return new Background(workers, screen, Duration.ofMillis(50));
    }

    private Wiring wiring(Path sampleFolder, RunStarter runs, BenchmarkStarter made, Background background) {
        return new Wiring(
                new Wiring.Surroundings(
                        engine,
                        runs,
                        made,
                        background,
                        new SteadySamples(),
                        preferences,
                        sampleFolder,
                        sampleFolder.resolve("drafts"),
                        desktop,
                        new SimpleBooleanProperty(),
                        clock),
                texts,
                figures);
    }
}
