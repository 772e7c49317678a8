package dev.millrace.app.project;

import dev.millrace.engine.dataset.Dataset;
import dev.millrace.engine.recipe.ArtifactSettings;
import dev.millrace.engine.recipe.DatasetSettings;
import dev.millrace.engine.recipe.Job;
import dev.millrace.engine.recipe.Mode;
import dev.millrace.engine.recipe.OutputSettings;
import dev.millrace.engine.recipe.Recipe;
import dev.millrace.engine.recipe.RecipePlaces;
import dev.millrace.engine.recipe.RunSettings;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// The recipe that a folder of shards starts with: no strategy yet.
final class DraftRecipe {

    private static final List<String> USUAL_LABELS = List.of("label", "target", "is_fraud", "y");

    private DraftRecipe() {}

    /// @param running how it is run
    static Recipe of(Dataset dataset, RunSettings running) {
        Path root = dataset.root().toAbsolutePath();
        String name = String.valueOf(root.getFileName());
        Path folder = Optional.ofNullable(root.getParent()).orElse(root);
        return new Recipe(
                RecipePlaces.UNSAVED,
                folder,
                name,
                DatasetSettings.of(root.toString()).with(usualLabel(dataset), null),
                Job.TRAINING,
                List.of(),
                new ArtifactSettings(null),
                OutputSettings.to(folder.resolve(name + "-out").toString()),
                running.withMode(Mode.STREAMING));
    }

    private static @Nullable String usualLabel(Dataset dataset) {
        return USUAL_LABELS.stream().filter(dataset.schema()::has).findFirst().orElse(null);
    }
}
