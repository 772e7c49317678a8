package dev.millrace.engine.run;

import com.fasterxml.jackson.annotation.JsonIgnore;

import dev.millrace.engine.dataset.Split;
import dev.millrace.engine.json.Json;
import dev.millrace.engine.plan.Pass;
import dev.millrace.engine.problem.Problem;
import dev.millrace.engine.recipe.Mode;

import java.time.Instant;
import java.util.List;

/// Something that happened in a run. Transitions only: how far a shard is, is in [RunProgress].
public sealed interface RunEvent {

    Instant at();

    /// The event as a JSON object in one line; its first key, `event`, is its type.
    default String toJson() {
        return "{\"event\":\"" + getClass().getSimpleName() + "\"," + Json.line(this).substring(1);
    }

    /// The first event.
    ///
    /// @param shards input shards
    /// @param bytesToRead bytes that all passes together read
    record RunStarted(Instant at, String run, Mode mode, int workers, int shards, int passes, long bytesToRead)
            implements RunEvent {}

    /// A pass begins.
    ///
    /// @param pass number from 1
    record PassStarted(Instant at, int pass, Pass.Kind kind, String why, int shards) implements RunEvent {}

    /// A worker begins a shard.
    ///
    /// @param worker number from 0
    record ShardStarted(Instant at, int pass, ShardId shard, int worker) implements RunEvent {}

    record ShardFinished(Instant at, int pass, ShardId shard, int worker, long rows, long bytes, long millis)
            implements RunEvent {}

    /// A shard need not be read: the run that this one resumes did it.
    record ShardKept(Instant at, int pass, ShardId shard, long rows, long bytes) implements RunEvent {}

    /// Reading or writing failed in a way that may pass; the shard is begun again after some time.
    ///
    /// @param attempt number of the failed attempt, from 1
    /// @param waitMillis how long the worker waits
    record ShardRetried(Instant at, int pass, ShardId shard, int worker, int attempt, long waitMillis, String message)
            implements RunEvent {}

    /// A shard cannot be done, and with it the run.
    ///
    /// @param problems what is wrong with it, each with its place; none if the failure was not foreseen, and none in
    ///   the run's log, as they may quote cells
    record ShardFailed(Instant at, int pass, ShardId shard, int worker, String message, List<Problem> problems)
            implements RunEvent {

        public ShardFailed {
            problems = List.copyOf(problems);
        }
    }

    /// Bad rows of a shard were left out. Precedes its [ShardFinished].
    ///
    /// @param rows how many
    /// @param first what is wrong with the first of them, each with its place; not in the JSON, as they may quote cells
    record RowsRejected(Instant at, int pass, ShardId shard, int worker, long rows, @JsonIgnore List<Problem> first)
            implements RunEvent {

        public RowsRejected {
            first = List.copyOf(first);
        }
    }

    record PassFinished(Instant at, int pass, long rows, long millis) implements RunEvent {}

    /// The user paused the run.
    record Paused(Instant at) implements RunEvent {}

    /// The user had the run go on.
    record WentOn(Instant at) implements RunEvent {}

    /// A run that did not finish goes on. Follows [RunStarted].
    ///
    /// @param begun when it began
    record Resumed(Instant at, Instant begun) implements RunEvent {}

    /// The run holds itself back, or less so, because of the memory that is in use.
    ///
    /// @param usedBytes of the heap in use after a collection
    /// @param limitBytes that may be
    /// @param blockBytes size of the blocks of shards that are opened from now on
    /// @param workers how many may work at once
    /// @param tighter whether it holds itself back more than before
    record MemoryPressure(Instant at, long usedBytes, long limitBytes, int blockBytes, int workers, boolean tighter)
            implements RunEvent {}

    /// What fits hold in memory comes near its limit, where the run would have to stop.
    ///
    /// @param strategy whose fit holds most of one column
    /// @param column that one
    /// @param values distinct values of it so far
    /// @param usedBytes that all fits hold
    /// @param limitBytes that they may
    record StatisticsGrow(Instant at, String strategy, String column, long values, long usedBytes, long limitBytes)
            implements RunEvent {}

    record Warning(Instant at, String message) implements RunEvent {}

    /// An artifact is written; it gets its final name with all other files when the run is done.
    ///
    /// @param path relative to the output folder
    record ArtifactSaved(Instant at, String path, long bytes) implements RunEvent {}

    /// The last event.
    ///
    /// @param message what went wrong; empty unless the run failed
    record RunEnded(Instant at, Outcome outcome, long millis, String message) implements RunEvent {}

    /// How a run ended.
    enum Outcome {
        DONE,
        FAILED,
        CANCELLED
    }

    /// Names a shard in events.
    ///
    /// @param number the digits of its name
    /// @param path relative to the dataset
    record ShardId(Split split, int number, String path) {}
}
