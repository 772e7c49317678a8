package dev.millrace.engine.strategy.memory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.engine.block.Block;
import dev.millrace.engine.block.Edits;
import dev.millrace.engine.dataset.MissingTokens;
import dev.millrace.engine.dataset.ShardKey;
import dev.millrace.engine.dataset.Split;
import dev.millrace.engine.strategy.Artifact;
import dev.millrace.engine.strategy.FitRound;
import dev.millrace.engine.strategy.Strategy;
import dev.millrace.engine.strategy.Subject;
import dev.millrace.engine.strategy.Transform;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// What a strategy makes of a table.
///
/// @param rows every row of the input, in order
/// @param dropped rows left out, by reason
/// @param counts what the transforms counted
public record MemoryRun(
        List<Row> rows,
        Map<String, Long> dropped,
        List<Edits.Rejection> rejections,
        Artifact artifact,
        Map<String, Long> counts) {

    /// What became of a row.
    ///
    /// @param split where it went, null if it is out
    /// @param times how often it is written
    /// @param cells as they are written
    public record Row(int shard, @Nullable Split split, int times, List<String> cells) {}

    /// A strategy's subject: a flat training dataset.
    public static Subject subject(Table table, @Nullable String label, long seed, boolean strict) {
        return new Subject(
                "memory", table.schema(), label, MissingTokens.OF_PANDAS, Set.of(Split.TRAIN), true, seed, strict);
    }

    /// Fits and transforms.
    ///
    /// @param blockRows how many rows of a shard are looked at at once
    public static MemoryRun of(Strategy strategy, Subject subject, Table table, int blockRows) {
        assertThat(strategy.check(subject, setting -> dev.millrace.engine.problem.Place.of(setting))).isEmpty();
        return transformed(fitted(strategy.fit(subject), table, blockRows), subject, table, blockRows);
    }

    /// The artifact of a fit that needs one round.
    public static <S extends Record> Artifact fitted(FitRound<S> round, Table table, int blockRows) {
        S merged = round.start(new ShardKey(Split.TRAIN, 0)).summary();
        for (S summary : summaries(round, table, blockRows)) {
            merged = round.merge(merged, summary);
        }
        return switch (round.finish(merged)) {
            case FitRound.Outcome.Fitted(Artifact artifact) -> artifact;
            case FitRound.Outcome.Refine _ -> throw new AssertionError("one round was expected");
        };
    }

    /// The summary of each shard.
    public static <S extends Record> List<S> summaries(FitRound<S> round, Table table, int blockRows) {
        List<S> summaries = new ArrayList<>();
        table.shards()
                .forEach((number, rows) -> {
                    FitRound.Fit<S> fit = round.start(new ShardKey(Split.TRAIN, number));
                    blocks(number, rows, blockRows).forEach(block -> fit.add(Split.TRAIN, block));
                    summaries.add(fit.summary());
                });
        return summaries;
    }

    /// Applies an artifact to every shard.
    public static MemoryRun transformed(Artifact artifact, Subject subject, Table table, int blockRows) {
        List<Row> out = new ArrayList<>();
        Map<String, Long> dropped = new TreeMap<>();
        Map<String, Long> counts = new TreeMap<>();
        List<Edits.Rejection> rejections = new ArrayList<>();
        Split home = subject.splits().iterator().next();
        table.shards()
                .forEach((number, rows) -> {
                    Transform transform = artifact.transform(new ShardKey(home, number));
                    Edits edits = new Edits();
                    for (Block block : blocks(number, rows, blockRows)) {
                        edits.clear(home, block.rows());
                        transform.apply(block, edits);
                        Block edited = edits.appliedTo(block);
                        for (int row = 0; row < block.rows(); row++) {
                            Split split = edits.split(row);
                            List<String> cells = new ArrayList<>();
                            for (int column = 0; column < table.schema().size(); column++) {
                                cells.add(edited.column(column).text(row));
                            }
                            out.add(new Row(number, split, split == null ? 0 : edits.times(row, split), cells));
                        }
                        edits.dropped().forEach((reason, count) -> dropped.merge(reason, count, Long::sum));
                        rejections.addAll(edits.rejections());
                    }
                    transform.counts().forEach((name, count) -> counts.merge(name, count, Long::sum));
                });
        long left = dropped.values().stream().mapToLong(Long::longValue).sum() + rejections.size();
        assertThat(out.stream().filter(row -> row.split() == null).count()).as("rows left out").isEqualTo(left);
        return new MemoryRun(out, dropped, rejections, artifact, counts);
    }

    /// How many rows are written to a split, copies too.
    public long rowsIn(Split split) {
        return rows.stream().filter(row -> row.split() == split).mapToLong(Row::times).sum();
    }

    /// How many rows with a cell of this text are written to a split, copies too.
    public long rowsIn(Split split, int column, String text) {
        return rows.stream()
                .filter(row -> row.split() == split && row.cells().get(column).equals(text))
                .mapToLong(Row::times)
                .sum();
    }

    private static List<Block> blocks(int shard, List<List<String>> rows, int blockRows) {
        List<Block> blocks = new ArrayList<>();
        for (int from = 0; from < rows.size(); from += blockRows) {
            blocks.add(new MemoryBlock(shard, from, rows.subList(from, Math.min(rows.size(), from + blockRows))));
        }
        return blocks;
    }
}
