package dev.millrace.engine.strategy.impute;

import dev.millrace.engine.stats.TextCounts;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/// What the non-missing values of a column are.
enum ColumnType {
    /// Numbers, all of them.
    NUMERICAL,
    /// Few distinct texts: fewer than a tenth of the values, or those of a boolean.
    CATEGORICAL,
    /// Any other texts.
    TEXT;

    private static final int VALUES_PER_CATEGORY = 10;
    private static final Set<String> BOOLEANS =
            Set.of("True", "TRUE", "true", "False", "FALSE", "false"); // as pandas reads them

    /// The type of a column with at least one value.
    static ColumnType of(TextCounts texts, long values) {
        if (texts.allNumbers()) {
            return NUMERICAL;
        }
        boolean few = (long) texts.size() * VALUES_PER_CATEGORY < values;
        return few || areBooleans(texts) ? CATEGORICAL : TEXT;
    }

    private static boolean areBooleans(TextCounts texts) {
        if (texts.size() > BOOLEANS.size()) {
            return false;
        }
        for (int i = 0; i < texts.size(); i++) {
            if (!BOOLEANS.contains(new String(texts.text(i), StandardCharsets.UTF_8))) {
                return false;
            }
        }
        return true;
    }

    boolean suits(FillStrategy strategy) {
        return switch (strategy) {
            case MEAN, MEDIAN -> this == NUMERICAL;
            case MODE, CONSTANT -> true;
            case EMPTY -> this == TEXT;
        };
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The strategies that suit, for messages.
    String suitableWords() {
        return Arrays.stream(FillStrategy.values())
                .filter(this::suits)
                .map(FillStrategy::word)
                .collect(Collectors.joining(", "));
    }
}
