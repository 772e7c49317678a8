package dev.millrace.app.recipe;

import dev.millrace.engine.Engine;
import dev.millrace.engine.recipe.RecipeDocument;
import dev.millrace.engine.settings.NamesColumn.Usual;
import dev.millrace.engine.settings.Setting;
import dev.millrace.engine.strategy.StrategyType;
import dev.millrace.engine.strategy.impute.MissingValueImputation;
import dev.millrace.engine.strategy.risk.RiskTableMapping;
import dev.millrace.engine.strategy.sample.StratifiedSampling;
import dev.millrace.engine.strategy.split.TabularSplit;
import dev.millrace.engine.strategy.temporal.TemporalSplit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;

/// Strategies with the settings that the Python scripts have when nobody says otherwise, and with the columns that look
/// as if they were meant.
@SuppressWarnings("ImmutableEnumChecker") // List.of is immutable
public enum Template {
    SPLIT(List.of(TabularSplit.ID), "TRAIN_RATIO=0.7  TEST_VAL_RATIO=0.5"),
    IMPUTE(
            List.of(MissingValueImputation.ID),
            "DEFAULT_NUMERICAL_STRATEGY=mean  DEFAULT_CATEGORICAL_STRATEGY=mode  DEFAULT_TEXT_STRATEGY=mode"),
    RISK(List.of(RiskTableMapping.ID), "SMOOTH_FACTOR=0.01  COUNT_THRESHOLD=5  MAX_UNIQUE_THRESHOLD=100"),
    SAMPLE(
            List.of(StratifiedSampling.ID),
            "SAMPLING_STRATEGY=balanced  TARGET_SAMPLE_SIZE=1000  MIN_SAMPLES_PER_STRATUM=10"),
    TEMPORAL(List.of(TemporalSplit.ID), "TRAIN_RATIO=0.9  DATE_COLUMN  GROUP_ID_COLUMN  SPLIT_DATE"),
    TRAINING_SET(List.of(TabularSplit.ID, MissingValueImputation.ID, RiskTableMapping.ID), "");

    private static final int USUAL_SAMPLE = 1000;

    private final List<String> strategies;

    private final String variables;

    Template(List<String> strategies, String variables) {
        this.strategies = strategies;
        this.variables = variables;
    }

    /// The environment variables by which the scripts are told the same; empty if no script does it.
    public String variables() {
        return variables;
    }

    /// Its strategies with their settings, in order.
    ///
    /// @param label the label column; empty if there is none
    List<Map<String, Object>> settings(DatasetSample sample, String label) {
        return strategies.stream().map(id -> settings(id, sample, label)).toList();
    }

    private static Map<String, Object> settings(String id, DatasetSample sample, String label) {
        Map<String, Object> settings = new LinkedHashMap<>();
        settings.put("strategy", id);
        StrategyType<?> type = Engine.STRATEGIES.named(id).orElseThrow();
        for (Setting setting : type.outline().settings()) {
            if (setting.fallback() != null) {
                settings.put(setting.key(), setting.fallback());
            }
        }
        switch (id) {
            case RiskTableMapping.ID -> settings.put("fields", categories(sample, label));
            case StratifiedSampling.ID -> {
                settings.put("targetSize", USUAL_SAMPLE);
                categories(sample, label).stream().findFirst().ifPresent(name -> settings.put("strataColumn", name));
            }
            case TemporalSplit.ID -> {
                putNamed(settings, "dateColumn", sample, name -> name.contains("date") || name.contains("time"));
                putNamed(
                        settings,
                        "groupColumn",
                        sample,
                        name -> name.matches("(customer|user|client|group|account).*"));
            }
            default -> {}
        }
        return settings;
    }

    private static List<String> categories(DatasetSample sample, String label) {
        return sample.names(Usual.CATEGORICAL).stream().filter(name -> !name.equals(label)).toList();
    }

    private static void putNamed(
            Map<String, Object> settings, String key, DatasetSample sample, Predicate<String> fits) {
        sample.columns().stream()
                .map(ColumnSeen::name)
                .filter(name -> fits.test(name.toLowerCase(Locale.ROOT)))
                .findFirst()
                .ifPresent(name -> settings.put(key, name));
    }

    /// The recipe with these strategies after its own.
    RecipeDocument addedTo(RecipeDocument document, DatasetSample sample) {
        RecipeDocument changed = document;
        for (Map<String, Object> settings : settings(sample, document.text("/dataset/label"))) {
            changed = changed.inserted(changed.strategies(), settings);
        }
        return changed;
    }

    /// The recipe with these strategies in place of its own.
    RecipeDocument inPlaceOf(RecipeDocument document, DatasetSample sample) {
        RecipeDocument empty = document;
        while (empty.strategies() > 0) {
            empty = empty.without(0);
        }
        return addedTo(empty, sample);
    }
}
