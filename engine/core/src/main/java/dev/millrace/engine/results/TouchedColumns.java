package dev.millrace.engine.results;

import dev.millrace.engine.recipe.RecipeDocument;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// The columns whose cells a run may have changed, by its recipe and what it learned. Rows are told apart by the
/// others.
final class TouchedColumns {

    private TouchedColumns() {}

    static Set<String> of(RecipeDocument recipe, Collection<ArtifactTable> artifacts) {
        Set<String> touched = new HashSet<>();
        touched.add(recipe.text("/dataset/label"));
        for (ArtifactTable table : artifacts) {
            if (table.kind() == ArtifactTable.Kind.FIELDS || table.kind() == ArtifactTable.Kind.FILLS) {
                table.rows().forEach(row -> touched.add(row.getFirst().text()));
            }
        }
        for (int i = 0; i < recipe.strategies(); i++) {
            String strategy = RecipeDocument.strategy(i);
            touched.addAll(texts(recipe, strategy + "/fields"));
            touched.addAll(texts(recipe, strategy + "/targets"));
        }
        return touched;
    }

    private static List<String> texts(RecipeDocument recipe, String pointer) {
        return recipe.value(pointer).orElse(List.of()) instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.of();
    }
}
