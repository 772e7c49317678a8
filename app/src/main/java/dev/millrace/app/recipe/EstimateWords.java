package dev.millrace.app.recipe;

import dev.millrace.app.run.MeasuredRates;
import dev.millrace.app.text.Figures;
import dev.millrace.app.text.Texts;
import dev.millrace.engine.plan.Plan;
import dev.millrace.engine.recipe.Mode;
import dev.millrace.engine.run.RunEstimate;

import java.time.Duration;
import java.util.List;
import java.util.OptionalDouble;

/// Tells how long a run will take and how much memory, and on what that rests.
final class EstimateWords {

    private static final long SHORT = 1000; // milliseconds; an estimate below says no more than that it is short

    private final MeasuredRates rates;
    private final Texts texts;
    private final Figures figures;

    EstimateWords(MeasuredRates rates, Texts texts, Figures figures) {
        this.rates = rates;
        this.texts = texts;
        this.figures = figures;
    }

    List<PlanSummary.Line> lines(Plan plan, RunEstimate estimate) {
        return List.of(time(plan, estimate), memory(plan, estimate));
    }

    private PlanSummary.Line time(Plan plan, RunEstimate estimate) {
        OptionalDouble measured = rates.ofWorker(plan.recipe().run().mode(), plan.dataset().type());
        double rate = measured.orElse(MeasuredRates.ASSUMED) * estimate.workers();
        long millis = Math.round(1000 * plan.bytesToRead() / rate);
        String title =
                millis < SHORT
                        ? texts.of("recipe.estimate.short")
                        : texts.of("recipe.estimate.time", figures.duration(Duration.ofMillis(millis)));
        String detail =
                texts.of(
                        measured.isPresent() ? "recipe.estimate.measured" : "recipe.estimate.assumed",
                        figures.bytes(plan.bytesToRead()),
                        figures.bytesPerSecond(rate),
                        estimate.workers());
        return new PlanSummary.Line(title, detail);
    }

    private PlanSummary.Line memory(Plan plan, RunEstimate estimate) {
        boolean batch = plan.recipe().run().mode() == Mode.BATCH;
        boolean tight = estimate.heapBytes() > estimate.heapLimit();
        String detail =
                texts.of(
                        batch ? "recipe.estimate.batch" : "recipe.estimate.streaming",
                        estimate.workers(),
                        figures.bytes(estimate.blockBytes()),
                        figures.bytes(estimate.heapLimit()));
        return new PlanSummary.Line(
                texts.of(
                        tight ? "recipe.estimate.tooMuch" : "recipe.estimate.memory",
                        figures.bytes(estimate.heapBytes())),
                detail);
    }
}
