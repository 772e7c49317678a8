package dev.millrace.app.recipe;

import dev.millrace.app.recipe.PlanSummary.Line;
import dev.millrace.app.run.MeasuredRates;
import dev.millrace.app.text.Figures;
import dev.millrace.app.text.Texts;
import dev.millrace.engine.plan.Pass;
import dev.millrace.engine.plan.Plan;
import dev.millrace.engine.recipe.Mode;
import dev.millrace.engine.recipe.Recipe;
import dev.millrace.engine.recipe.StrategyEntry;
import dev.millrace.engine.run.RunEstimate;

import java.util.ArrayList;
import java.util.List;

/// Tells a plan in words.
final class PlanWords {

    private final EstimateWords estimates;
    private final Texts texts;
    private final Figures figures;

    PlanWords(MeasuredRates rates, Texts texts, Figures figures) {
        this.estimates = new EstimateWords(rates, texts, figures);
        this.texts = texts;
        this.figures = figures;
    }

    PlanSummary summary(Plan plan, RunEstimate estimate, DatasetSample sample) {
        StrategyWords words = new StrategyWords(plan, sample, texts, figures);
        List<Line> steps = new ArrayList<>();
        for (StrategyEntry entry : plan.recipe().strategies()) {
            steps.add(new Line(entry.type().outline().title(), words.of(entry)));
        }
        return new PlanSummary(passes(plan), steps, estimates.line(plan, estimate), ending(plan, sample));
    }

    private List<String> ending(Plan plan, DatasetSample sample) {
        Recipe recipe = plan.recipe();
        List<String> sentences = new ArrayList<>();
        sentences.add(
                texts.of(
                        recipe.run().mode() == Mode.BATCH ? "recipe.plan.batch" : "recipe.plan.streaming",
                        plan.dataset().shards().size(),
                        figures.bytes(plan.bytesToRead()),
                        sample.expectedRows() == 0
                                ? ""
                                : texts.of(
                                        "recipe.plan.rows",
                                        figures.count(StrategyWords.rounded(sample.expectedRows())))));
        sentences.add(texts.of("recipe.plan.output", recipe.outputPath().normalize()));
        return sentences;
    }

    private List<Line> passes(Plan plan) {
        List<Line> lines = new ArrayList<>();
        for (Pass pass : plan.passes()) {
            lines.add(
                    new Line(
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
