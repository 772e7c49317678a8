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

/// Fits without a run: round after round over blocks.
final class Fitting {

    private final List<Artifact> artifacts = new ArrayList<>();
    private int rounds;

    private Fitting() {}

    /// Fits to the end.
    static Fitting of(FitRound<?> first, List<List<Block>> shards) {
        Fitting fitting = new Fitting();
        FitRound<?> round = first;
        while (fitting.artifacts.isEmpty()) {
            fitting.rounds++;
            switch (outcome(round, shards)) {
                case FitRound.Outcome.Fitted(Artifact artifact) -> fitting.artifacts.add(artifact);
                case FitRound.Outcome.Refine(FitRound<?> next) -> round = next;
            }
        }
        return fitting;
    }

    static <S extends Record> FitRound.Outcome outcome(FitRound<S> round, List<List<Block>> shards) {
        S folded = summary(round, List.of());
        for (List<Block> shard : shards) {
            folded = round.merge(folded, summary(round, shard));
        }
        return round.finish(folded);
    }

    static <S extends Record> S summary(FitRound<S> round, List<Block> shard) {
        FitRound.Fit<S> fit = round.start(new ShardKey(Split.TRAIN, 1));
        shard.forEach(block -> fit.add(Split.TRAIN, block));
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
