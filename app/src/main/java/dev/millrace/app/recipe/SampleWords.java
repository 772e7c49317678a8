package dev.millrace.app.recipe;

import dev.millrace.app.text.Figures;
import dev.millrace.app.text.Texts;
import dev.millrace.engine.run.SampleRun;

import java.util.ArrayList;
import java.util.List;

/// Tells what a strategy did to the first rows.
final class SampleWords {

    private final Texts texts;
    private final Figures figures;

    SampleWords(Texts texts, Figures figures) {
        this.texts = texts;
        this.figures = figures;
    }

    String sentence(SampleState.Ready ready) {
        SampleChanges changes = ready.changes();
        List<String> parts = new ArrayList<>();
        if (changes.cells() > 0) {
            parts.add(texts.of("recipe.sample.cells", changes.cells(), changes.columns().size()));
        }
        if (changes.moves()) {
            List<String> rows = new ArrayList<>();
            changes.goesTo()
                    .forEach((split, count) ->
                            rows.add(texts.of("recipe.sample.to", figures.count(count), split.folder())));
            if (changes.leftOut() > 0) {
                rows.add(texts.of("recipe.sample.out", figures.count(changes.leftOut())));
            }
            parts.add(texts.of("recipe.sample.rows", String.join(", ", rows)));
        }
        return parts.isEmpty() ? texts.of("recipe.sample.same") : String.join(" ", parts);
    }

    /// On what it rests.
    String basis(SampleRun run) {
        return texts.of("recipe.sample.basis", run.rows().size(), run.shard().toString());
    }
}
