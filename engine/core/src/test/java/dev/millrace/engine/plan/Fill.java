package dev.millrace.engine.plan;

import dev.millrace.engine.block.ColumnChange;
import dev.millrace.engine.block.Edits;
import dev.millrace.engine.block.Replacements;
import dev.millrace.engine.dataset.ShardKey;
import dev.millrace.engine.dataset.Split;
import dev.millrace.engine.problem.Problem;
import dev.millrace.engine.stats.Categories;
import dev.millrace.engine.strategy.Artifact;
import dev.millrace.engine.strategy.ArtifactFile;
import dev.millrace.engine.strategy.ArtifactSource;
import dev.millrace.engine.strategy.FitRound;
import dev.millrace.engine.strategy.Footprint;
import dev.millrace.engine.strategy.SettingPlaces;
import dev.millrace.engine.strategy.Strategy;
import dev.millrace.engine.strategy.Subject;
import dev.millrace.engine.strategy.Transform;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Fills the missing cells of a column.
record Fill(Settings settings) implements Strategy {

    @Override
    public String id() {
        return "fill";
    }

    @Override
    public List<Problem> check(Subject subject, SettingPlaces places) {
        return List.of();
    }

    @Override
    public Footprint footprint(Subject subject) {
        Set<String> column = Set.of(settings.column());
        return new Footprint(column, Set.of(Split.TRAIN), column, column, Set.of(), false, true, true);
    }

    @Override
    public FitRound<?> fit(Subject subject) {
        return new NothingToFit(new Filler(settings, subject));
    }

    @Override
    public Artifact load(ArtifactSource source, Subject subject) {
        return new Filler(settings, subject);
    }

    /// @param value what missing cells of the column get
    record Settings(String column, String value) {}

    private record Filler(Settings settings, Subject subject) implements Artifact {

        @Override
        public List<ArtifactFile> files() {
            return List.of();
        }

        @Override
        public Transform transform(ShardKey shard) {
            Replacements replacements = new Replacements();
            int choice = replacements.addText(settings.value());
            Categories categories = new Categories(subject.missing().bytes(), 100);
            return (block, edits) -> {
                int position = subject.schema().position(settings.column());
                int[] choices = new int[block.rows()];
                block.column(position).encode(categories, choices);
                Arrays.setAll(choices, row -> choices[row] == Categories.MISSING ? choice : Edits.KEEP);
                edits.replace(position, choices, replacements);
            };
        }

        @Override
        public Map<String, ColumnChange> changes() {
            return Map.of(settings.column(), ColumnChange.TEXTS);
        }

        @Override
        public Map<String, String> fills() {
            return Map.of(settings.column(), settings.value());
        }

        @Override
        public List<String> warnings() {
            return List.of();
        }
    }
}
