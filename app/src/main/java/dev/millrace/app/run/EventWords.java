package dev.millrace.app.run;

import dev.millrace.app.run.LogEntry.Level;
import dev.millrace.app.text.Figures;
import dev.millrace.app.text.Texts;
import dev.millrace.engine.run.RunEvent;

import java.time.Duration;
import java.util.Optional;

/// Tells the engine's events in words.
final class EventWords {

    private final Texts texts;
    private final Figures figures;

    EventWords(Texts texts, Figures figures) {
        this.texts = texts;
        this.figures = figures;
    }

    /// The line for an event; empty for those that only the tiles show.
    Optional<LogEntry> line(RunEvent event) {
        return switch (event) {
            case RunEvent.RunStarted started ->
                    line(
                            event,
                            Level.STEP,
                            "run.log.started",
                            texts.of(started.mode()),
                            started.shards(),
                            started.workers());
            case RunEvent.PassStarted pass ->
                    line(event, Level.STEP, "run.log.pass", pass.pass(), texts.of(pass.kind()), pass.shards());
            case RunEvent.ShardStarted _ -> Optional.empty();
            case RunEvent.ShardFinished shard ->
                    line(
                            event,
                            Level.DETAIL,
                            "run.log.shard",
                            shard.shard().path(),
                            shard.rows(),
                            duration(shard.millis()),
                            shard.worker() + 1);
            case RunEvent.Resumed resumed ->
                    line(event, Level.STEP, "run.log.resumed", figures.moment(resumed.begun()));
            case RunEvent.Paused _ -> line(event, Level.STEP, "run.log.paused");
            case RunEvent.WentOn _ -> line(event, Level.STEP, "run.log.wentOn");
            case RunEvent.ShardKept shard ->
                    line(event, Level.DETAIL, "run.log.kept", shard.shard().path(), shard.rows());
            case RunEvent.ShardRetried shard ->
                    line(
                            event,
                            Level.WARNING,
                            "run.log.retried",
                            shard.shard().path(),
                            duration(shard.waitMillis()),
                            shard.message());
            case RunEvent.ShardFailed shard ->
                    line(event, Level.FAILURE, "run.log.failed", shard.shard().path(), shard.message());
            case RunEvent.RowsRejected shard ->
                    line(event, Level.WARNING, "run.log.rejected", shard.shard().path(), shard.rows());
            case RunEvent.PassFinished pass ->
                    line(event, Level.STEP, "run.log.passed", pass.pass(), pass.rows(), duration(pass.millis()));
            case RunEvent.MemoryPressure pressure ->
                    line(
                            event,
                            pressure.tighter() ? Level.WARNING : Level.STEP,
                            pressure.tighter() ? "run.log.tighter" : "run.log.looser",
                            figures.bytes(pressure.usedBytes()),
                            figures.bytes(pressure.limitBytes()),
                            figures.bytes(pressure.blockBytes()),
                            pressure.workers());
            case RunEvent.StatisticsGrow grown ->
                    line(
                            event,
                            Level.WARNING,
                            "run.log.statistics",
                            grown.strategy(),
                            grown.column(),
                            grown.values(),
                            figures.bytes(grown.usedBytes()),
                            figures.bytes(grown.limitBytes()));
            case RunEvent.Warning warning -> line(event, Level.WARNING, "run.log.warning", warning.message());
            case RunEvent.ArtifactSaved artifact ->
                    line(event, Level.DETAIL, "run.log.artifact", artifact.path(), figures.bytes(artifact.bytes()));
            case RunEvent.RunEnded ended -> end(ended);
        };
    }

    private Optional<LogEntry> end(RunEvent.RunEnded ended) {
        String time = duration(ended.millis());
        return switch (ended.outcome()) {
            case DONE -> line(ended, Level.STEP, "run.log.done", time);
            case CANCELLED -> line(ended, Level.STEP, "run.log.cancelled", time);
            case FAILED -> line(ended, Level.FAILURE, "run.log.broken", ended.message());
        };
    }

    private Optional<LogEntry> line(RunEvent event, Level level, String key, Object... values) {
        return Optional.of(new LogEntry(event.at(), level, texts.of(key, values)));
    }

    private String duration(long millis) {
        return figures.duration(Duration.ofMillis(millis));
    }
}
