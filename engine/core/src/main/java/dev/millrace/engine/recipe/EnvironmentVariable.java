package dev.millrace.engine.recipe;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// The environment variables by which the Python preprocessing scripts are configured, and the settings they stand for.
/// A variable whose strategy is not in the recipe says nothing.
@SuppressWarnings("ImmutableEnumChecker") // List.of is immutable
enum EnvironmentVariable {
    ENABLE_TRUE_STREAMING(Form.MODE, "run.mode"),
    MAX_WORKERS(Form.JSON, "run.workers"),
    RANDOM_STATE(Form.JSON, "run.seed"),
    RANDOM_SEED(Form.JSON, "run.seed"),
    OUTPUT_FORMAT(Form.WORD, "output.format"),
    LABEL_FIELD(Form.TEXT, "dataset.label"),
    SMOOTH_FACTOR(Form.JSON, "strategies.risk-table-mapping.smoothFactor"),
    COUNT_THRESHOLD(Form.JSON, "strategies.risk-table-mapping.countThreshold"),
    MAX_UNIQUE_THRESHOLD(Form.JSON, "strategies.risk-table-mapping.maxUniqueThreshold"),
    DEFAULT_NUMERICAL_STRATEGY(Form.WORD, "strategies.missing-value-imputation.numerical"),
    DEFAULT_CATEGORICAL_STRATEGY(Form.WORD, "strategies.missing-value-imputation.categorical"),
    DEFAULT_TEXT_STRATEGY(Form.WORD, "strategies.missing-value-imputation.text"),
    NUMERICAL_CONSTANT_VALUE(Form.CONSTANT, "strategies.missing-value-imputation.numerical"),
    CATEGORICAL_CONSTANT_VALUE(Form.CONSTANT, "strategies.missing-value-imputation.categorical"),
    TEXT_CONSTANT_VALUE(Form.CONSTANT, "strategies.missing-value-imputation.text"),
    EXCLUDE_COLUMNS(Form.LIST, "strategies.missing-value-imputation.exclude"),
    STRATA_COLUMN(Form.TEXT, "strategies.stratified-sampling.strataColumn"),
    TARGET_SAMPLE_SIZE(Form.JSON, "strategies.stratified-sampling.targetSize"),
    SAMPLING_STRATEGY(Form.WORD, "strategies.stratified-sampling.allocation"),
    MIN_SAMPLES_PER_STRATUM(Form.JSON, "strategies.stratified-sampling.minPerStratum"),
    VARIANCE_COLUMN(Form.TEXT, "strategies.stratified-sampling.varianceColumn"),
    REFERENCE_COUNTS_JSON(Form.JSON, "strategies.stratified-sampling.referenceCounts"),
    TRAIN_RATIO(Form.JSON, "strategies.tabular-split.trainRatio", "strategies.temporal-split.trainRatio"),
    TEST_VAL_RATIO(Form.JSON, "strategies.tabular-split.testValRatio"),
    DATE_COLUMN(Form.TEXT, "strategies.temporal-split.dateColumn"),
    GROUP_ID_COLUMN(Form.TEXT, "strategies.temporal-split.groupColumn"),
    SPLIT_DATE(Form.TEXT, "strategies.temporal-split.splitDate"),
    TARGETS(Form.LIST, "strategies.temporal-split.targets"),
    MAIN_TASK_INDEX(Form.JSON, "strategies.temporal-split.mainTaskIndex");

    /// How a variable's text becomes a setting.
    private enum Form {
        /// JSON, or a text if it is none.
        JSON,
        /// A text as it is.
        TEXT,
        /// One of a few words, in any case.
        WORD,
        /// Texts between commas.
        LIST,
        /// `true` is streaming, `false` is batch.
        MODE,
        /// The constant of an imputation; says something only where the strategy is `constant`.
        CONSTANT
    }

    private static final String COLUMN_STRATEGY = "COLUMN_STRATEGY_";
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final Form form;
    private final List<String> paths;

    EnvironmentVariable(Form form, String... paths) {
        this.form = form;
        this.paths = List.of(paths);
    }

    /// The overrides that an environment asks for, in a fixed order.
    static RecipeOverrides overrides(Map<String, String> environment) {
        List<RecipeOverrides.Setting> settings = new ArrayList<>();
        for (EnvironmentVariable variable : values()) {
            String value = environment.get(variable.name());
            if (value != null && !value.isBlank()) {
                variable.node(value, environment)
                        .ifPresent(node ->
                                variable.paths.forEach(path ->
                                        settings.add(
                                                setting(Arrays.asList(path.split("\\.", -1)), node, variable.name()))));
            }
        }
        new TreeMap<>(environment)
                .forEach((name, value) -> {
                    if (name.startsWith(COLUMN_STRATEGY) && !value.isBlank()) {
                        String column = name.substring(COLUMN_STRATEGY.length());
                        List<String> path = List.of("strategies", "missing-value-imputation", "columns", column);
                        settings.add(setting(path, NODES.stringNode(value.strip().toLowerCase(Locale.ROOT)), name));
                    }
                });
        return new RecipeOverrides(settings);
    }

    private static RecipeOverrides.Setting setting(List<String> path, JsonNode value, String variable) {
        return new RecipeOverrides.Setting(path, value, "environment variable " + variable, true);
    }

    private Optional<JsonNode> node(String value, Map<String, String> environment) {
        String stripped = value.strip();
        return switch (form) {
            case JSON -> Optional.of(RecipeOverrides.json(stripped));
            case TEXT -> Optional.of(NODES.stringNode(stripped));
            case WORD -> Optional.of(NODES.stringNode(stripped.toLowerCase(Locale.ROOT)));
            case LIST -> Optional.of(list(stripped));
            case MODE -> Optional.of(NODES.stringNode(Boolean.parseBoolean(stripped) ? "streaming" : "batch"));
            case CONSTANT -> constant(stripped, environment);
        };
    }

    private Optional<JsonNode> constant(String value, Map<String, String> environment) {
        String strategy = environment.get("DEFAULT_" + name().replace("_CONSTANT_VALUE", "_STRATEGY"));
        return "constant".equalsIgnoreCase(strategy)
                ? Optional.of(NODES.objectNode().put("constant", value))
                : Optional.empty();
    }

    private static ArrayNode list(String value) {
        ArrayNode list = NODES.arrayNode();
        for (String item : value.split(",", -1)) {
            if (!item.isBlank()) {
                list.add(item.strip());
            }
        }
        return list;
    }
}
