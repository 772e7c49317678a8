package dev.millrace.engine.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.engine.block.ColumnChange;
import dev.millrace.engine.dataset.ShardKey;
import dev.millrace.engine.dataset.Split;
import dev.millrace.engine.problem.Problem;
import dev.millrace.engine.strategy.Artifact;
import dev.millrace.engine.strategy.ArtifactFile;
import dev.millrace.engine.strategy.ArtifactSource;
import dev.millrace.engine.strategy.FitRound;
import dev.millrace.engine.strategy.Footprint;
import dev.millrace.engine.strategy.SettingPlaces;
import dev.millrace.engine.strategy.Strategy;
import dev.millrace.engine.strategy.Subject;
import dev.millrace.engine.strategy.Transform;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/// Sends rows 2 and 5 to val, drops row 3 and repeats row 4.
record Deal() implements Strategy, Artifact {

    @Override
    public String id() {
        return "deal";
    }

    @Override
    public List<Problem> check(Subject subject, SettingPlaces places) {
        return List.of();
    }

    @Override
    public Footprint footprint(Subject subject) {
        return new Footprint(Set.of(), Set.of(), Set.of(), Set.of(), Set.of(Split.VAL), true, false, false);
    }

    @Override
    public FitRound<?> fit(Subject subject) {
        return new NothingToFit(this);
    }

    @Override
    public Artifact load(ArtifactSource source, Subject subject) {
        return this;
    }

    @Override
    public List<ArtifactFile> files() {
        return List.of();
    }

    @Override
    public Transform transform(ShardKey shard) {
        AtomicInteger seen = new AtomicInteger();
        return (block, edits) -> {
            for (int row = 0; row < block.rows(); row++) {
                switch (seen.incrementAndGet()) {
                    case 2, 5 -> edits.route(row, Split.VAL);
                    case 3 -> edits.drop(row, "third");
                    case 4 -> edits.repeat(row, 2);
                    default -> assertThat(edits.isIn(row)).isTrue();
                }
            }
        };
    }

    @Override
    public Map<String, ColumnChange> changes() {
        return Map.of();
    }

    @Override
    public List<String> warnings() {
        return List.of();
    }

    /// Nothing to set.
    record Settings() {}
}
