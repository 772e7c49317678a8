package dev.millrace.engine.testing;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// A generated dataset with a question to ask of it.
///
/// @param folder where it is
/// @param files shard files in order, by split folder; a flat dataset is all `train`
/// @param columns names in the order of the first shard that has a header
/// @param label the label column
/// @param positiveLabel one of its values
/// @param missing the missing tokens for the recipe, null for the default ones
/// @param fields columns to map, neither the label nor one twice
public record RandomDataset(
        Path folder,
        Map<String, List<Path>> files,
        List<String> columns,
        String label,
        String positiveLabel,
        @Nullable List<String> missing,
        List<String> fields) {

    /// A recipe that maps the fields.
    ///
    /// @param output the output folder
    /// @param settings more settings of risk-table-mapping, as names and values
    public RecipeText recipe(Path output, Object... settings) {
        return RecipeText.of(folder, output).label(label).missing(missing).riskTable(fields, positiveLabel, settings);
    }
}
