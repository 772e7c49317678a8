package dev.millrace.app.results;

import dev.millrace.app.background.Background;
import dev.millrace.app.problem.ProblemReport;
import dev.millrace.app.text.Texts;
import dev.millrace.engine.Engine;
import dev.millrace.engine.problem.CancelledException;
import dev.millrace.engine.run.Verification;

import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/// Reads all files of a run again, to see whether they still are what it wrote.
public final class VerificationViewModel {

    /// Where a verification is.
    public enum Phase {
        IDLE,
        RUNNING,
        SOUND,
        BROKEN,
        STOPPED,
        FAILED
    }

    private final Engine engine;
    private final Background background;
    private final Texts texts;
    private final ReadOnlyObjectWrapper<Phase> phase = new ReadOnlyObjectWrapper<>(Phase.IDLE);
    private final ReadOnlyDoubleWrapper share = new ReadOnlyDoubleWrapper();
    private final ReadOnlyObjectWrapper<@Nullable Verification> found = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable ProblemReport> problem = new ReadOnlyObjectWrapper<>();
    private AtomicBoolean going = new AtomicBoolean(); // of the latest, which others than it do not touch

    VerificationViewModel(Engine engine, Background background, Texts texts) {
        this.engine = engine;
        this.background = background;
        this.texts = texts;
    }

    public ReadOnlyObjectProperty<Phase> phaseProperty() {
        return phase.getReadOnlyProperty();
    }

    /// How much is read, 0 to 1.
    public ReadOnlyDoubleProperty shareProperty() {
        return share.getReadOnlyProperty();
    }

    /// What came out; null while that is not known.
    public ReadOnlyObjectProperty<@Nullable Verification> foundProperty() {
        return found.getReadOnlyProperty();
    }

    /// Why the files cannot be read, null if they can.
    public ReadOnlyObjectProperty<@Nullable ProblemReport> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /// Forgets what was found: other results are shown.
    void reset() {
        going.set(false);
        going = new AtomicBoolean();
        found.set(null);
        problem.set(null);
        share.set(0);
        phase.set(Phase.IDLE);
    }

    void start(Path folder) {
        reset();
        AtomicBoolean own = going;
        own.set(true);
        phase.set(Phase.RUNNING);
        Consumer<Double> progress =
                background.newest(now -> {
                    if (own.get()) {
                        share.set(now);
                    }
                });
        background.run(
                () ->
                        engine.verify(
                                folder,
                                (read, all) -> {
                                    progress.accept(all == 0 ? 1 : (double) read / all);
                                    return own.get();
                                }),
                verified -> ifLatest(own, () -> show(verified)),
                failure -> ifLatest(own, () -> fail(failure)));
    }

    /// Asks it to stop.
    public void stop() {
        if (phase.get() == Phase.RUNNING) {
            reset();
            phase.set(Phase.STOPPED);
        }
    }

    private void ifLatest(AtomicBoolean own, Runnable outcome) {
        if (own.compareAndSet(true, false)) {
            outcome.run();
        }
    }

    private void show(Verification verified) {
        found.set(verified);
        phase.set(verified.problems().isEmpty() ? Phase.SOUND : Phase.BROKEN);
    }

    private void fail(Throwable failure) {
        if (!(failure instanceof CancelledException)) {
            problem.set(ProblemReport.of(texts.of("problem.verify"), failure, texts.of("problem.remedy")));
            phase.set(Phase.FAILED);
        }
    }
}
