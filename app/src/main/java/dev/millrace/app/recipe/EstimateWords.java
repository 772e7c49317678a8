package dev.millrace.app.recipe;

import dev.millrace.app.run.MeasuredRates;
import dev.millrace.app.text.Figures;
import dev.millrace.app.text.Texts;
import dev.millrace.engine.plan.Plan;
import dev.millrace.engine.recipe.Mode;
import dev.millrace.engine.run.RunEstimate;

import java.time.Duration;
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

    /// In a few words, and what they rest on.
    PlanSummary.Line line(Plan plan, RunEstimate estimate) {
        return new PlanSummary.Line(
                texts.of("recipe.estimate", time(plan, estimate), memory(estimate)),
                texts.of("recipe.estimate.rests", timeRests(plan, estimate), memoryRests(plan, estimate)));
    }

    private OptionalDouble measured(Plan plan) {
        return rates.ofWorker(plan.recipe().run().mode(), plan.dataset().type());
    }

    private String time(Plan plan, RunEstimate estimate) {
        double rate = measured(plan).orElse(MeasuredRates.ASSUMED) * estimate.workers();
        long millis = Math.round(1000 * plan.bytesToRead() / rate);
        return millis < SHORT
                ? texts.of("recipe.estimate.short")
                : texts.of("recipe.estimate.time", figures.duration(Duration.ofMillis(millis)));
    }

    private String timeRests(Plan plan, RunEstimate estimate) {
        OptionalDouble measured = measured(plan);
        return texts.of(
                measured.isPresent() ? "recipe.estimate.measured" : "recipe.estimate.assumed",
                figures.bytes(plan.bytesToRead()),
                figures.bytesPerSecond(measured.orElse(MeasuredRates.ASSUMED)),
                estimate.workers());
    }

    private String memory(RunEstimate estimate) {
        boolean tight = estimate.heapBytes() > estimate.heapLimit();
        return texts.of(
                tight ? "recipe.estimate.tooMuch" : "recipe.estimate.memory", figures.bytes(estimate.heapBytes()));
    }

    private String memoryRests(Plan plan, RunEstimate estimate) {
        boolean batch = plan.recipe().run().mode() == Mode.BATCH;
        return texts.of(
                batch ? "recipe.estimate.batch" : "recipe.estimate.streaming",
                estimate.workers(),
                figures.bytes(estimate.blockBytes()),
                figures.bytes(estimate.heapLimit()));
    }
}
