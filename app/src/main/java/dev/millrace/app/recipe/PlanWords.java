package dev.millrace.app.recipe;

import dev.millrace.app.text.Figures;
import dev.millrace.app.text.Texts;
import dev.millrace.engine.plan.Pass;
import dev.millrace.engine.plan.Plan;
import dev.millrace.engine.recipe.Mode;
import dev.millrace.engine.recipe.Recipe;
import dev.millrace.engine.recipe.StrategyEntry;
import dev.millrace.engine.strategy.risk.RiskTableSettings;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/// Tells a plan in words.
final class PlanWords {

    private final Texts texts;
    private final Figures figures;

    PlanWords(Texts texts, Figures figures) {
        this.texts = texts;
        this.figures = figures;
    }

    PlanSummary summary(Plan plan) {
        Recipe recipe = plan.recipe();
        List<String> sentences = new ArrayList<>();
        recipe.strategies().forEach(entry -> addStrategy(sentences, entry, recipe.dataset().label()));
        sentences.add(
                texts.of(
                        recipe.run().mode() == Mode.BATCH ? "recipe.plan.batch" : "recipe.plan.streaming",
                        plan.dataset().splits().size(),
                        plan.dataset().shards().size()));
        sentences.add(texts.of("recipe.plan.output", recipe.outputPath()));
        return new PlanSummary(sentences, passes(plan));
    }

    private void addStrategy(List<String> sentences, StrategyEntry entry, @Nullable String label) {
        if (entry.settings() instanceof RiskTableSettings settings) {
            sentences.add(
                    texts.of(
                            "recipe.plan.risk",
                            settings.fields().size(),
                            String.valueOf(label),
                            settings.positiveLabel()));
            sentences.add(texts.of("recipe.plan.smooth", figures.number(settings.smoothFactor() * 100)));
            sentences.add(
                    texts.of(
                            "recipe.plan.limits",
                            figures.count(settings.countThreshold()),
                            figures.count(settings.maxUniqueThreshold())));
        } else {
            sentences.add(texts.of("recipe.plan.strategy", entry.type().id()));
        }
    }

    private List<PlanSummary.PassLine> passes(Plan plan) {
        List<PlanSummary.PassLine> lines = new ArrayList<>();
        for (Pass pass : plan.passes()) {
            lines.add(
                    new PlanSummary.PassLine(
                            texts.of("recipe.plan.pass", lines.size() + 1, texts.of(pass.kind())), detail(plan, pass)));
        }
        return lines;
    }

    private String detail(Plan plan, Pass pass) {
        return texts.of(
                pass.kind() == Pass.Kind.FIT ? "recipe.plan.fit" : "recipe.plan.transform",
                plan.shards(pass).size(),
                figures.bytes(plan.bytesToRead(pass)),
                pass.columns().size(),
                plan.dataset().schema().size());
    }
}
