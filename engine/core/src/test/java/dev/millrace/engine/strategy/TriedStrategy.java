package dev.millrace.engine.strategy;

import dev.millrace.engine.block.Block;
import dev.millrace.engine.block.BlockReader;
import dev.millrace.engine.block.BlockSize;
import dev.millrace.engine.block.Edits;
import dev.millrace.engine.dataset.Dataset;
import dev.millrace.engine.dataset.Shard;
import dev.millrace.engine.dataset.ShardKey;
import dev.millrace.engine.dataset.Split;
import dev.millrace.engine.format.ShardCodecs;
import dev.millrace.engine.strategy.FitRound.Outcome;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// A strategy on a dataset, run by hand: what it sees, fits and does, block by block.
///
/// @param subject what the strategy sees
/// @param footprint what it touches
record TriedStrategy(Dataset dataset, Strategy strategy, Subject subject, Footprint footprint) {

    static final BlockSize WHOLE = new BlockSize(1 << 20, 1 << 16);
    static final UnaryOperator<Block> AS_IT_IS = UnaryOperator.identity();

    /// Something that holds in every round of a fit.
    interface Law {

        Law NONE =
                new Law() {
                    @Override
                    public <S extends Record> void check(FitRound<S> round, List<S> shards) {}
                };

        /// Requires what must hold.
        ///
        /// @param shards the summaries of all shards of the fitted splits, at least one
        <S extends Record> void check(FitRound<S> round, List<S> shards) throws IOException;
    }

    Artifact inEachRound(Law law) throws IOException {
        FitRound<?> round = strategy.fit(subject);
        while (true) {
            switch (finished(round, law)) {
                case Outcome.Fitted(Artifact artifact) -> {
                    return artifact;
                }
                case Outcome.Refine(FitRound<?> next) -> round = next;
            }
        }
    }

    /// Fits like a run that is killed and taken up again after every shard and every merge.
    Artifact fittedFromStoredSummaries() throws IOException {
        FitRound<?> round = strategy.fit(subject);
        while (true) {
            switch (finishedFromStored(round)) {
                case Outcome.Fitted(Artifact artifact) -> {
                    return artifact;
                }
                case Outcome.Refine(FitRound<?> next) -> round = next;
            }
        }
    }

    private <S extends Record> Outcome finishedFromStored(FitRound<S> round) throws IOException {
        S all = StoredSummary.of(round, empty(round)).read();
        for (S summary : summaries(round, WHOLE, 1, AS_IT_IS)) {
            S merged = round.merge(all, StoredSummary.of(round, summary).read());
            all = StoredSummary.of(round, merged).read();
        }
        return round.finish(all);
    }

    <S extends Record> Outcome finished(FitRound<S> round, Law law) throws IOException {
        List<S> shards = summaries(round, WHOLE, 1, AS_IT_IS);
        if (!shards.isEmpty()) {
            law.check(round, shards);
        }
        S all = empty(round);
        for (S summary : shards) {
            all = round.merge(all, summary);
        }
        return round.finish(all);
    }

    static <S extends Record> S empty(FitRound<S> round) {
        return round.start(new ShardKey(Split.TRAIN, 0)).summary();
    }

    /// Summaries of each shard of the fitted splits, each dealt out to some fits in runs of blocks.
    <S extends Record> List<S> summaries(FitRound<S> round, BlockSize size, int parts, UnaryOperator<Block> seen)
            throws IOException {
        List<S> summaries = new ArrayList<>();
        for (Shard shard : fittedShards()) {
            int[] blocks = {0};
            overBlocks(shard, size, _ -> blocks[0]++);
            List<FitRound.Fit<S>> fits = IntStream.range(0, parts).mapToObj(_ -> round.start(shard.key())).toList();
            int[] at = {0};
            overBlocks(
                    shard, size, block -> fits.get(at[0]++ * parts / blocks[0]).add(shard.split(), seen.apply(block)));
            fits.forEach(fit -> summaries.add(fit.summary()));
        }
        return summaries;
    }

    List<Shard> fittedShards() {
        Set<Split> splits = footprint.fitSplits();
        return dataset.shards().stream().filter(shard -> splits.contains(shard.split())).toList();
    }

    /// What became of a shard.
    ///
    /// @param rows of each row its split, how often it is written there, and its cells
    /// @param dropped rows left out by definition, by reason
    /// @param rejections of each bad row its place and what is wrong with it
    /// @param counts what the transform counted
    record Transformed(
            List<String> rows, Map<String, Long> dropped, List<String> rejections, Map<String, Long> counts) {}

    Transformed transformed(Artifact artifact, Shard shard, BlockSize size) throws IOException {
        List<String> rows = new ArrayList<>();
        Map<String, Long> dropped = new TreeMap<>();
        List<String> rejections = new ArrayList<>();
        Transform transform = artifact.transform(shard.key());
        Edits edits = new Edits();
        overBlocks(
                shard,
                size,
                block -> {
                    edits.clear(shard.split(), block.rows());
                    transform.apply(block, edits);
                    Block seen = edits.appliedTo(block);
                    for (int row = 0; row < block.rows(); row++) {
                        rows.add(fate(edits, row) + cells(seen, row));
                    }
                    edits.dropped().forEach((reason, count) -> dropped.merge(reason, count, Long::sum));
                    for (Edits.Rejection bad : edits.rejections()) {
                        rejections.add(block.place(bad.row()).inColumn(bad.column()) + ": " + bad.reason());
                    }
                });
        return new Transformed(rows, dropped, rejections, new TreeMap<>(transform.counts()));
    }

    static String fate(Edits edits, int row) {
        Split split = edits.split(row);
        return split == null ? "out " : split.folder() + " × " + edits.times(row, split) + " ";
    }

    List<String> cells(Block block, int row) {
        return IntStream.range(0, subject.schema().size()).mapToObj(column -> block.column(column).text(row)).toList();
    }

    void overTransformedBlocks(Artifact artifact, BiConsumer<Block, Edits> action) throws IOException {
        for (Shard shard : dataset.shards()) {
            Transform transform = artifact.transform(shard.key());
            Edits edits = new Edits();
            overBlocks(
                    shard,
                    new BlockSize(300, 10),
                    block -> {
                        edits.clear(shard.split(), block.rows());
                        transform.apply(block, edits);
                        action.accept(block, edits);
                    });
        }
    }

    void overBlocks(Shard shard, BlockSize size, Consumer<Block> action) throws IOException {
        Set<Integer> all = IntStream.range(0, subject.schema().size()).boxed().collect(Collectors.toSet());
        try (BlockReader reader = new ShardCodecs().of(shard.type().format()).open(dataset, shard, all, size)) {
            for (Block block = reader.next(); block != null; block = reader.next()) {
                action.accept(block);
            }
        }
    }
}
