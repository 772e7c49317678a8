package dev.millrace.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.app.background.ScreenThread;
import dev.millrace.app.run.RunState;
import dev.millrace.engine.run.RunEvent;

import javafx.animation.AnimationTimer;
import javafx.stage.Stage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;

/// How long frames take while ten thousand shards are run, two thousand of them a second. As it depends on the machine,
/// it is measured when asked for:
///
/// `mvn -pl app -am test -Dtest=FrameTimesTest -Dsurefire.failIfNoSpecifiedTests=false -Dmillrace.frames=true`
@ExtendWith(ApplicationExtension.class)
@EnabledIfSystemProperty(named = "millrace.frames", matches = "true")
class FrameTimesTest {

    private static final double LONGEST_MILLIS = 33;
    private static final int SHARDS_PER_STEP = 20;
    private static final long STEP_NANOS = 50_000_000; // ten thousand shards in most of a minute

    @TempDir Path folder;

    private final ScriptedRuns script = new ScriptedRuns(RunScript::tenThousandShards);
    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
    private Wiring wiring;

    @Start
    void start(Stage stage) {
        wiring = new TestWiring().inBackground(folder, script, workers, new ScreenThread());
        stage.setScene(wiring.window(1280, 800).scene());
        stage.show();
    }

    @AfterEach
    void stop() {
        workers.shutdownNow();
    }

    @Test
    void framesOfTenThousandShardsAreShort(FxRobot robot) throws Exception {
        robot.interact(wiring.home()::openSample);
        Waiting.until(() -> wiring.recipe().runnableProperty().get());
        robot.interact(() -> wiring.shell().startRun());
        Waiting.until(() -> wiring.run().stateProperty().get() == RunState.RUNNING);
        Frames frames = new Frames();
        robot.interact(frames::start);
        List<RunEvent> events = RunScript.eventsOfTenThousand();
        long next = System.nanoTime();
        for (int at = 0; at < events.size(); at++) {
            script.tell(events.get(at));
            if (at % (2 * SHARDS_PER_STEP) == 0) {
                script.be(RunScript.progressOfTenThousand((double) at / events.size()));
                next += STEP_NANOS;
                LockSupport.parkNanos(next - System.nanoTime());
            }
        }
        robot.interact(frames::stop);
        System.out.printf(
                "10,000 shards, %d frames: between frames p50 %.1f ms, p99 %.1f ms, longest %.1f ms;"
                        + " processor time of a frame p50 %.1f ms, p99 %.1f ms, longest %.1f ms%n",
                frames.between.size(),
                frames.millis(frames.between, 0.5),
                frames.millis(frames.between, 0.99),
                frames.millis(frames.between, 1),
                frames.millis(frames.work, 0.5),
                frames.millis(frames.work, 0.99),
                frames.millis(frames.work, 1));
        assertThat(frames.millis(frames.work, 0.99)).isLessThan(LONGEST_MILLIS);
        assertThat(frames.millis(frames.between, 0.99)).isLessThan(LONGEST_MILLIS);
    }

    /// The time from frame to frame, and what of it the screen's thread worked.
    private static final class Frames extends AnimationTimer {

        private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        private final List<Long> between = new ArrayList<>();
        private final List<Long> work = new ArrayList<>();
        private long lastNanos;
        private long lastWork;

        @Override
        public void handle(long pulse) {
            long nanos = System.nanoTime();
            long worked = threads.getCurrentThreadCpuTime();
            if (lastNanos > 0) {
                between.add(nanos - lastNanos);
                work.add(worked - lastWork);
            }
            lastNanos = nanos;
            lastWork = worked;
        }

        double millis(List<Long> nanos, double quantile) {
            List<Long> sorted = new ArrayList<>(nanos);
            Collections.sort(sorted);
            return sorted.get((int) Math.min(sorted.size() - 1, Math.floor(quantile * sorted.size()))) / 1e6;
        }
    }
}
