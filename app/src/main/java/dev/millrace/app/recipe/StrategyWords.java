package dev.millrace.app.recipe;

import dev.millrace.app.text.Figures;
import dev.millrace.app.text.Texts;
import dev.millrace.engine.plan.Plan;
import dev.millrace.engine.recipe.StrategyEntry;
import dev.millrace.engine.strategy.impute.ImputationSettings;
import dev.millrace.engine.strategy.risk.RiskTableSettings;
import dev.millrace.engine.strategy.sample.StratifiedSamplingSettings;
import dev.millrace.engine.strategy.split.TabularSplitSettings;
import dev.millrace.engine.strategy.temporal.TemporalSplitSettings;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/// Tells what each strategy of a plan will do, with figures as far as the first rows tell them.
final class StrategyWords {

    private static final int MOST_NAMES = 3;

    private final Plan plan;
    private final DatasetSample sample;
    private final Texts texts;
    private final Figures figures;

    StrategyWords(Plan plan, DatasetSample sample, Texts texts, Figures figures) {
        this.plan = plan;
        this.sample = sample;
        this.texts = texts;
        this.figures = figures;
    }

    String of(StrategyEntry entry) {
        return switch (entry.settings()) {
            case TabularSplitSettings settings -> split(settings);
            case ImputationSettings settings -> imputation(settings);
            case RiskTableSettings settings -> risk(settings);
            case StratifiedSamplingSettings settings -> sampling(settings);
            case TemporalSplitSettings settings -> temporal(settings);
            default -> texts.of("recipe.plan.strategy", entry.type().id());
        };
    }

    private String split(TabularSplitSettings settings) {
        double train = settings.trainRatio();
        double val = (1 - train) * settings.testValRatio();
        String label = plan.recipe().dataset().label();
        String parts = texts.of("recipe.plan.split", part(train), part(val), part(1 - train - val));
        return settings.stratify() && label != null ? parts + " " + texts.of("recipe.plan.stratified", label) : parts;
    }

    /// A share of the rows: how many that will be if that is known, else how much.
    private String part(double share) {
        return sample.expectedRows() > 0
                ? texts.of("recipe.plan.about", figures.count(rounded(Math.round(sample.expectedRows() * share))))
                : figures.percent(share);
    }

    /// To two digits, as estimates are no better.
    static long rounded(long rows) {
        return BigDecimal.valueOf(rows).round(new MathContext(2)).longValue();
    }

    private String imputation(ImputationSettings settings) {
        String label = plan.recipe().dataset().label();
        List<ColumnSeen> gaps =
                sample.columns().stream()
                        .filter(column -> column.missing() > 0 && !column.name().equals(label))
                        .filter(column -> !settings.exclude().contains(column.name()))
                        .sorted(Comparator.comparingInt(ColumnSeen::missing).reversed())
                        .toList();
        if (gaps.isEmpty()) {
            return texts.of("recipe.plan.impute.none", figures.count(sample.rows()));
        }
        String names =
                gaps.stream()
                        .limit(MOST_NAMES)
                        .map(column -> column.name() + " " + percent(column))
                        .collect(Collectors.joining(", "));
        String more = gaps.size() > MOST_NAMES ? ", …" : "";
        return texts.of("recipe.plan.impute", gaps.size(), names + more, figures.count(sample.rows()));
    }

    private String percent(ColumnSeen column) {
        double share = (double) column.missing() / sample.rows();
        return share < 0.01 ? texts.of("recipe.plan.under", figures.percent(0.01)) : figures.percent(share);
    }

    private String risk(RiskTableSettings settings) {
        return texts.of(
                "recipe.plan.risk",
                settings.fields().size(),
                String.valueOf(plan.recipe().dataset().label()),
                settings.positiveLabel(),
                figures.count(settings.countThreshold()));
    }

    private String sampling(StratifiedSamplingSettings settings) {
        int strata = sample.column(settings.strataColumn()).map(ColumnSeen::distinct).orElse(0);
        return texts.of(
                "recipe.plan.sample",
                figures.count(settings.targetSize()),
                String.join(", ", settings.splits()),
                settings.strataColumn(),
                strata,
                settings.allocation().word().replace('_', ' '));
    }

    private String temporal(TemporalSplitSettings settings) {
        return texts.of(
                "recipe.plan.temporal",
                settings.splitDate(),
                settings.groupColumn(),
                figures.percent(settings.trainRatio()),
                settings.ootAlias().word());
    }
}
