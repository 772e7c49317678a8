package dev.millrace.app.run;

import dev.millrace.app.text.Figures;
import dev.millrace.app.text.Texts;

import java.time.Duration;

/// Tells the times of shards in words.
final class TimesWords {

    private static final double MANY = 10; // from here on, tenths say nothing

    private final Texts texts;
    private final Figures figures;

    TimesWords(Texts texts, Figures figures) {
        this.texts = texts;
        this.figures = figures;
    }

    /// The shard that explains the time of its pass, if one does; else how far the slowest is from the median.
    String sentence(ShardTimes times, ShardBoard board) {
        return times.outlier()
                .map(outlier ->
                        texts.of(
                                outlier.larger() > 0 ? "run.times.larger" : "run.times.outlier",
                                board.name(outlier.shard()),
                                figures.percent(outlier.share()),
                                factor(outlier.times()),
                                factor(outlier.larger())))
                .orElseGet(() ->
                        texts.of(
                                times.shards() < 2 ? "run.times.one" : "run.times.even",
                                board.name(times.slowest().getFirst().shard()),
                                factor(times.slowest().getFirst().times())));
    }

    String duration(double millis) {
        return figures.duration(Duration.ofMillis(Math.round(millis)));
    }

    /// Such as `1.3 ×` or `12 ×`.
    String factor(double times) {
        return texts.of(times < MANY ? "run.times.factor" : "run.times.factor.many", times);
    }
}
