package dev.millrace.app.results;

import dev.millrace.app.history.EndedRun;
import dev.millrace.app.results.ResultsSummary.Fact;
import dev.millrace.app.results.ResultsSummary.Share;
import dev.millrace.app.text.Figures;
import dev.millrace.app.text.Texts;
import dev.millrace.engine.problem.Problem;
import dev.millrace.engine.recipe.RecipeDocument;
import dev.millrace.engine.results.Results;
import dev.millrace.engine.results.RunFigures;
import dev.millrace.engine.results.RunRecord;
import dev.millrace.engine.run.Verification;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// Tells results in words.
final class ResultsWords {

    private final Texts texts;
    private final Figures figures;

    ResultsWords(Texts texts, Figures figures) {
        this.texts = texts;
        this.figures = figures;
    }

    /// @param checked what the latest verification found, null if there was none
    /// @param latest run of the window that ended, null if there was none
    ResultsSummary summary(ResultsState state, @Nullable Verification checked, @Nullable EndedRun latest) {
        return switch (state) {
            case ResultsState.Empty _, ResultsState.Loading _, ResultsState.Failed _ -> ResultsSummary.NONE;
            case ResultsState.InFolder(Results.Finished finished) -> finished(finished, checked);
            case ResultsState.InFolder(Results.Unfinished unfinished) -> unfinished(unfinished, latest);
            case ResultsState.InFolder(Results.None _) -> ResultsSummary.NONE;
            case ResultsState.Remembered(RunRecord record, Results there) -> remembered(record, there, latest);
        };
    }

    private ResultsSummary finished(Results.Finished finished, @Nullable Verification checked) {
        RunFigures run = RunFigures.of(finished.manifest());
        boolean damaged = checked != null && !checked.problems().isEmpty();
        List<String> warnings =
                Stream.concat(
                                finished.manifest().warnings().stream(),
                                finished.problems().stream().map(Problem::message))
                        .toList();
        return new ResultsSummary(
                damaged ? Verdict.DAMAGED : Verdict.COMPLETE,
                finished.recipe().text("/name"),
                origin(finished.recipe(), finished.manifest().started()),
                finished.folder().toString(),
                sentence(run),
                facts(run),
                shares(run),
                warnings,
                List.of(),
                List.of());
    }

    private ResultsSummary unfinished(Results.Unfinished unfinished, @Nullable EndedRun latest) {
        return new ResultsSummary(
                Verdict.UNFINISHED,
                unfinished.recipe().text("/name"),
                origin(unfinished.recipe(), unfinished.run().begun()),
                unfinished.folder().toString(),
                texts.of("results.sentence.unfinished", unfinished.run().shardsWritten(), unfinished.run().shards()),
                List.of(),
                List.of(),
                List.of(),
                problems(latest, run -> Path.of(run.output()).equals(unfinished.folder())),
                List.of());
    }

    private ResultsSummary remembered(RunRecord record, Results there, @Nullable EndedRun latest) {
        RunFigures run = record.figures();
        Verdict verdict =
                switch (record.outcome()) {
                    case FAILED -> Verdict.FAILED;
                    case CANCELLED -> Verdict.CANCELLED;
                    case DONE -> there instanceof Results.None ? Verdict.GONE : Verdict.REPLACED;
                };
        String why =
                texts.of(
                        switch (verdict) {
                            case FAILED -> "results.sentence.failed";
                            case CANCELLED -> "results.sentence.cancelled";
                            case REPLACED -> "results.sentence.replaced";
                            case GONE, NONE, COMPLETE, DAMAGED, UNFINISHED -> "results.sentence.gone";
                        });
        RecipeDocument recipe = record.recipeDocument();
        List<Problem> problems = problems(latest, ended -> ended.id().equals(record.id()));
        return new ResultsSummary(
                verdict,
                recipe.text("/name"),
                origin(recipe, record.begun()),
                record.output(),
                run == null ? why : sentence(run),
                run == null
                        ? List.of(fact("results.fact.duration", figures.duration(Duration.ofMillis(record.millis()))))
                        : facts(run),
                run == null ? List.of() : shares(run),
                run == null ? List.of() : List.of(why),
                problems,
                problems.isEmpty() ? record.places() : List.of());
    }

    /// Why the latest run failed, if that is the one that is shown.
    private static List<Problem> problems(@Nullable EndedRun latest, Predicate<RunRecord> isShown) {
        return latest != null && isShown.test(latest.record()) ? latest.problems() : List.of();
    }

    private String origin(RecipeDocument recipe, Instant begun) {
        String mode = recipe.text("/run/mode");
        String word =
                mode.equals("streaming")
                        ? texts.of("Mode.STREAMING")
                        : mode.equals("batch") ? texts.of("Mode.BATCH") : mode;
        Path data = Path.of(recipe.text("/dataset/path"));
        return texts.of("results.origin", word, figures.moment(begun), data.getFileName());
    }

    /// `5,000 rows in = 3,500 train + 750 val + 750 test`.
    private String sentence(RunFigures run) {
        List<String> parts = new ArrayList<>();
        run.rowsOut().forEach((split, rows) -> parts.add(texts.of("results.part", figures.count(rows), split)));
        run.dropped()
                .forEach((reason, rows) -> parts.add(texts.of("results.part.dropped", figures.count(rows), reason)));
        if (run.rejected() > 0) {
            parts.add(texts.of("results.part.rejected", figures.count(run.rejected())));
        }
        String sum = String.join(" + ", parts);
        return run.repeated() == 0
                ? texts.of("results.sentence", run.rowsIn(), sum)
                : texts.of("results.sentence.repeated", run.rowsIn(), run.repeated(), sum);
    }

    private List<Fact> facts(RunFigures run) {
        return List.of(
                fact("results.fact.duration", figures.duration(run.duration())),
                fact("results.fact.rate", figures.rowsPerSecond(run.rowsPerSecond())),
                fact("results.fact.read", figures.bytes(run.bytesIn())),
                fact("results.fact.written", figures.bytes(run.bytesOut())),
                fact(run.ofProcess() ? "results.fact.memory" : "results.fact.heap", figures.bytes(run.peakBytes())),
                fact("results.fact.passes", figures.count(run.passes())),
                fact("results.fact.shards", figures.count(run.shards())),
                fact("results.fact.files", figures.count(run.files())));
    }

    private Fact fact(String key, String value) {
        return new Fact(texts.of(key), value);
    }

    private List<Share> shares(RunFigures run) {
        double all = Math.max(1, run.rowsIn() + run.repeated());
        List<Share> shares = new ArrayList<>();
        run.rowsOut().forEach((split, rows) -> shares.add(share(split, rows, all, true)));
        run.dropped().forEach((reason, rows) -> shares.add(share(reason, rows, all, false)));
        if (run.rejected() > 0) {
            shares.add(share(texts.of("results.rejected"), run.rejected(), all, false));
        }
        return shares.stream().filter(share -> share.share() > 0).toList();
    }

    private Share share(String name, long rows, double all, boolean written) {
        return new Share(texts.of("results.share", name, figures.count(rows), rows / all), rows / all, written);
    }
}
