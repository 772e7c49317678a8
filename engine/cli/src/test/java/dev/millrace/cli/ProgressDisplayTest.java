package dev.millrace.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.engine.plan.Pass;
import dev.millrace.engine.run.RunEvent;
import dev.millrace.engine.run.RunProgress;

import org.junit.jupiter.api.Test;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

class ProgressDisplayTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final long TOTAL = 4_000_000_000L;

    private final StringWriter shown = new StringWriter();
    private final PrintWriter out = new PrintWriter(shown);

    @Test
    void linesComeForEveryTenthAndForEveryFiveSeconds() {
        try (ProgressDisplay lines = new LineDisplay(out, 2)) {
            for (int millis = 0; millis <= 20_000; millis += 100) {
                lines.update(progress(1, millis, 100_000L * millis)); // half of it in 20 s: a tenth every 4 s
            }
            for (int millis = 20_100; millis <= 40_000; millis += 100) {
                lines.update(progress(1, millis, TOTAL / 2)); // stuck
            }
        }

        assertThat(shown.toString().lines())
                .hasSize(9)
                .startsWith("  10 %  400.0 MB read, 1,000 rows/s, 0:36 left")
                .endsWith("  50 %  2.0 GB read, 1,000 rows/s, 0:40 left");
    }

    @Test
    void theRateOfAPassStartsAnew() {
        PassRate rate = new PassRate();

        assertThat(rate.rowsPerSecond(new RunProgress(1, 2, 9_000, 0, 1, Duration.ofSeconds(3), List.of())))
                .isEqualTo(3_000);
        assertThat(rate.rowsPerSecond(new RunProgress(2, 2, 100, 0, 1, Duration.ofSeconds(4), List.of())))
                .isEqualTo(100);
        assertThat(rate.rowsPerSecond(new RunProgress(2, 2, 600, 0, 1, Duration.ofSeconds(6), List.of())))
                .isEqualTo(200);
    }

    @Test
    void theBarFillsItsLineAndEndsFull() {
        try (ProgressDisplay bar = new BarDisplay(out, new Terminal(true, 90, false), TOTAL)) {
            bar.show(new RunEvent.PassStarted(NOW, 1, Pass.Kind.FIT, "fits", 8));
            bar.update(progress(1, 1_000, TOTAL / 4));
            bar.show(new RunEvent.RunEnded(NOW, RunEvent.Outcome.DONE, 4_000, ""));
        }

        assertThat(shown.toString())
                .contains("Running 100% [=")
                .contains("4000/4000 MB")
                .endsWith("done" + System.lineSeparator())
                .doesNotContain("\u001b");
        assertThat(shown.toString().strip().split("\r")).allMatch(line -> line.length() == 89);
    }

    @Test
    void theBarOfAFailedRunStaysWhereItWas() {
        try (ProgressDisplay bar = new BarDisplay(out, new Terminal(true, 90, true), TOTAL)) {
            bar.show(new RunEvent.PassStarted(NOW, 2, Pass.Kind.TRANSFORM, "applies", 8));
            bar.update(progress(2, 3_000, TOTAL * 3 / 4));
            bar.show(new RunEvent.RunEnded(NOW, RunEvent.Outcome.FAILED, 4_000, "disk full"));
        }

        assertThat(shown.toString().strip())
                .contains("Running  75% |█")
                .endsWith("transform 2/2, 1,000 rows/s, 0:01 left");
    }

    @Test
    void withoutProgressNoTimeIsLeft() {
        assertThat(TimeLeft.of(progress(0, 1_000, 0))).isEmpty();
        assertThat(TimeLeft.of(progress(1, 1_000, TOTAL / 5))).contains(Duration.ofSeconds(4));
    }

    /// A thousand rows each second.
    private static RunProgress progress(int pass, long millis, long bytesRead) {
        return new RunProgress(pass, 2, millis, bytesRead, TOTAL, Duration.ofMillis(millis), List.of());
    }
}
