package dev.millrace.engine.strategy.impute;

import dev.millrace.engine.block.Block;
import dev.millrace.engine.dataset.ShardKey;
import dev.millrace.engine.dataset.Split;
import dev.millrace.engine.strategy.Artifact;
import dev.millrace.engine.strategy.ArtifactFile;
import dev.millrace.engine.strategy.FitRound;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/// Fits without a run: round after round over blocks.
final class Fitting {

    private final List<Artifact> artifacts = new ArrayList<>();
    private int rounds;

    private Fitting() {}

    /// Fits to the end.
    static Fitting of(FitRound<?> first, List<List<Block>> shards) {
        return of(first, shards, _ -> {});
    }

    /// Fits to the end.
    ///
    /// @param afterBlock done with the fit of a shard after each of its blocks
    static Fitting of(FitRound<?> first, List<List<Block>> shards, Consumer<FitRound.Fit<?>> afterBlock) {
        Fitting fitting = new Fitting();
        FitRound<?> round = first;
        while (fitting.artifacts.isEmpty()) {
            fitting.rounds++;
            switch (outcome(round, shards, afterBlock)) {
                case FitRound.Outcome.Fitted(Artifact artifact) -> fitting.artifacts.add(artifact);
                case FitRound.Outcome.Refine(FitRound<?> next) -> round = next;
            }
        }
        return fitting;
    }

    static <S extends Record> FitRound.Outcome outcome(FitRound<S> round, List<List<Block>> shards) {
        return outcome(round, shards, _ -> {});
    }

    private static <S extends Record> FitRound.Outcome outcome(
            FitRound<S> round, List<List<Block>> shards, Consumer<FitRound.Fit<?>> afterBlock) {
        S folded = summary(round, List.of());
        for (List<Block> shard : shards) {
            folded = round.merge(folded, summary(round, shard, afterBlock));
        }
        return round.finish(folded);
    }

    static <S extends Record> S summary(FitRound<S> round, List<Block> shard) {
        return summary(round, shard, _ -> {});
    }

    private static <S extends Record> S summary(
            FitRound<S> round, List<Block> shard, Consumer<FitRound.Fit<?>> afterBlock) {
        FitRound.Fit<S> fit = round.start(new ShardKey(Split.TRAIN, 1));
        for (Block block : shard) {
            fit.add(Split.TRAIN, block);
            afterBlock.accept(fit);
        }
        return fit.summary();
    }

    Artifact artifact() {
        return artifacts.getFirst();
    }

    /// How many scans it took.
    int rounds() {
        return rounds;
    }

    /// The files, those after the last pass too, as texts.
    Map<String, String> files() {
        Map<String, String> files = new TreeMap<>();
        artifact().files().forEach(file -> files.put(file.name(), text(file)));
        artifact().filesAfter(Map.of()).forEach(file -> files.put(file.name(), text(file)));
        return files;
    }

    private static String text(ArtifactFile file) {
        return new String(file.content(), StandardCharsets.ISO_8859_1);
    }
}
