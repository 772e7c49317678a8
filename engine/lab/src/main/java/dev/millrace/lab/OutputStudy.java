package dev.millrace.lab;

import dev.millrace.engine.dataset.Dataset;
import dev.millrace.engine.dataset.MissingTokens;
import dev.millrace.engine.recipe.Mode;
import dev.millrace.engine.recipe.Recipe;
import dev.millrace.lab.learn.ModelQuality;
import dev.millrace.lab.learn.ModelTrial;
import dev.millrace.lab.measure.Side;
import dev.millrace.lab.quality.ColumnQuality;
import dev.millrace.lab.quality.Drift;
import dev.millrace.lab.quality.ProcessedData;
import dev.millrace.lab.quality.TableFigures;
import dev.millrace.lab.result.ModeQuality;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Looks at what runs wrote before it is deleted: what a model learns of it, how good it is, how its splits differ. Of
/// each mode one output is enough, as all are the same.
final class OutputStudy {

    private final Recipe recipe;
    private final MissingTokens missing;
    private final Set<Mode> seen = new HashSet<>();
    private final List<ModeQuality> models = new ArrayList<>();
    private final List<ColumnQuality> quality = new ArrayList<>();
    private final List<Drift> drifts = new ArrayList<>();

    OutputStudy(Recipe recipe) {
        this.recipe = recipe;
        this.missing = MissingTokens.orDefault(recipe.dataset().missing());
    }

    /// Looks at the first output of each mode.
    void look(Side side, Path output) throws IOException {
        if (seen.add(side.mode())) {
            ProcessedData data = ProcessedData.of(recipe, output);
            model(data).ifPresent(found -> models.add(new ModeQuality(side.name(), found)));
            if (quality.isEmpty()) {
                lookAtSplits(data);
            }
        }
    }

    private void lookAtSplits(ProcessedData data) {
        List<TableFigures> tables = new ArrayList<>();
        data.splits().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(entry -> tables.add(TableFigures.of(entry.getKey().folder(), entry.getValue(), missing)));
        tables.forEach(table -> quality.addAll(ColumnQuality.of(table)));
        tables.stream().skip(1).forEach(table -> drifts.add(Drift.between(tables.getFirst(), table)));
    }

    /// Looks at what the runs read.
    void lookAtInput(Dataset input) {
        quality.addAll(0, ColumnQuality.of(TableFigures.of("input", input, missing)));
    }

    /// What a model learns of one output.
    Optional<ModelQuality> model(Path output) throws IOException {
        return model(ProcessedData.of(recipe, output));
    }

    private Optional<ModelQuality> model(ProcessedData data) {
        String label = recipe.dataset().label();
        return label == null ? Optional.empty() : new ModelTrial(missing, label).on(data);
    }

    List<ModeQuality> models() {
        return models;
    }

    List<ColumnQuality> quality() {
        return quality;
    }

    List<Drift> drifts() {
        return drifts;
    }
}
