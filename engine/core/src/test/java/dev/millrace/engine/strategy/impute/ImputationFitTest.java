package dev.millrace.engine.strategy.impute;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.engine.block.Block;
import dev.millrace.engine.dataset.Dataset;
import dev.millrace.engine.dataset.MissingTokens;
import dev.millrace.engine.json.Json;
import dev.millrace.engine.problem.Place;
import dev.millrace.engine.problem.RecipeException;
import dev.millrace.engine.stats.NumberCounts;
import dev.millrace.engine.strategy.FitRound;
import dev.millrace.engine.strategy.StoredSummary;
import dev.millrace.engine.strategy.Subject;
import dev.millrace.engine.testing.Seeds;

import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.JsonNode;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;

/// The laws of a fit, and that limits of memory cost scans but never change a result.
class ImputationFitTest {

    private static final MissingTokens MISSING = new MissingTokens(RandomColumns.MISSING);
    private static final Limits ROOMY = new Limits(1 << 16, 1 << 20, 1 << 14, 1 << 20, 1 << 20);
    private static final List<FillStrategy> OF_NUMBERS =
            List.of(FillStrategy.MEAN, FillStrategy.MEDIAN, FillStrategy.MODE);

    @TempDir private Path folder;

    @Seeds(count = 150)
    void everyLimitGivesTheValuesOfTheReference(long seed) {
        Random random = new Random(seed);
        Cells cells = new RandomColumns(random).cells(5);
        FillStrategy strategy = OF_NUMBERS.get(random.nextInt(OF_NUMBERS.size()));
        Map<String, ImputationReference.Fill> expected = new TreeMap<>();
        ImputationReference reference = new ImputationReference(RandomColumns.MISSING);
        for (String column : cells.columns()) {
            reference.fill(cells.column(column), strategy.word()).ifPresent(fill -> expected.put(column, fill));
        }
        Dataset dataset = cells.write(folder, 1 + random.nextInt(4));
        Subject subject = Cells.subject(dataset, MISSING);
        for (Limits limits : List.of(ROOMY, tight(random))) {
            FitRound<?> round = round(subject, strategy, limits);
            List<List<Block>> blocks = Cells.blocks(dataset, 1 + random.nextInt(30));
            if (expected.values().stream().anyMatch(fill -> fill.text().equals("NaN"))) {
                assertThat(failure(round, blocks)).contains("finite");
            } else {
                assertThat(found(Fitting.of(round, blocks))).isEqualTo(expected);
            }
        }
    }

    private static Map<String, ImputationReference.Fill> found(Fitting fitting) {
        Map<String, ImputationReference.Fill> found = new TreeMap<>();
        Map<String, String> files = fitting.files();
        JsonNode values = tree(files.get(ImputationFiles.JSON));
        JsonNode summary = tree(files.get(ImputationFiles.SUMMARY));
        assertThat(values.propertyNames()).isEqualTo(summary.propertyNames());
        ImputationArtifact artifact = (ImputationArtifact) fitting.artifact();
        for (FilledColumn column : artifact.columns()) {
            JsonNode entry = summary.get(column.column());
            assertThat(entry.get("value")).isEqualTo(values.get(column.column()));
            found.put(
                    column.column(),
                    new ImputationReference.Fill(
                            entry.get("type").stringValue(),
                            column.value().text(),
                            entry.get("missing_count").longValue()));
        }
        return found;
    }

    @Seeds(count = 150)
    void summariesAreTheSameForAnyBlocksAndBracketing(long seed) {
        Random random = new Random(seed);
        Cells cells = new RandomColumns(random).cells(5);
        Dataset dataset = cells.write(folder, 4);
        Subject subject = Cells.subject(dataset, MISSING);
        FillStrategy strategy = OF_NUMBERS.get(random.nextInt(OF_NUMBERS.size()));
        Optional<FitRound<?>> round = Optional.of(round(subject, strategy, tight(random)));
        while (round.isPresent()) {
            round = lawful(round.get(), dataset, random);
        }
    }

    /// Checks the laws of a round.
    ///
    /// @return the next round
    private static <S extends Record> Optional<FitRound<?>> lawful(FitRound<S> round, Dataset dataset, Random random) {
        List<List<Block>> whole = Cells.blocks(dataset, 1 << 16);
        List<S> summaries = whole.stream().map(shard -> Fitting.summary(round, shard)).toList();
        List<S> ofSmallBlocks =
                Cells.blocks(dataset, 1 + random.nextInt(5)).stream()
                        .map(shard -> Fitting.summary(round, shard))
                        .toList();
        assertThat(ofSmallBlocks).as("of small blocks").isEqualTo(summaries);
        S nothing = Fitting.summary(round, List.of());
        S a = summaries.get(0);
        S b = summaries.get(1);
        S c = summaries.get(2);
        S d = summaries.get(3);
        S left = round.merge(round.merge(round.merge(a, b), c), d);
        assertThat(round.merge(a, round.merge(b, round.merge(c, d)))).isEqualTo(left);
        assertThat(round.merge(round.merge(a, b), round.merge(c, d))).isEqualTo(left);
        assertThat(round.merge(nothing, a)).isEqualTo(a);
        assertThat(round.merge(a, nothing)).isEqualTo(a);
        StoredSummary.assertLaws(round, List.of(nothing, a, b, c, d), random);
        StoredSummary.assertSameOutcome(round, left);
        assertThat(summaries.get(0)).as("after merging").isEqualTo(Fitting.summary(round, whole.get(0)));
        try {
            return switch (round.finish(left)) {
                case FitRound.Outcome.Fitted _ -> Optional.empty();
                case FitRound.Outcome.Refine(FitRound<?> next) -> Optional.of(next);
            };
        } catch (RecipeException _) {
            return Optional.empty(); // the mean of a column that holds an infinity
        }
    }

    @Seeds(count = 60)
    void anyShardsGiveTheSameFiles(long seed) {
        Random random = new Random(seed);
        Cells cells = new RandomColumns(random).cells(4);
        Limits limits = tight(random);
        List<Map<String, String>> files = new ArrayList<>();
        for (int shards : List.of(1, 2, 7)) {
            Dataset dataset = cells.write(folder.resolve("in " + shards), shards);
            FitRound<?> round = round(Cells.subject(dataset, MISSING), FillStrategy.MEDIAN, limits);
            files.add(Fitting.of(round, Cells.blocks(dataset, 1 + random.nextInt(20))).files());
        }
        assertThat(files).allMatch(files.getFirst()::equals);
    }

    /// Shards of 1500 rows and more with distinct values, so that there is something worth letting go of.
    @Seeds(count = 40)
    void lettingGoOfTextsAtAnyMomentChangesNoFile(long seed) {
        Random random = new Random(seed);
        List<List<String>> rows = new ArrayList<>();
        int size = 4500 + random.nextInt(3000);
        for (int row = 0; row < size; row++) {
            String number = random.nextInt(500) == 0 ? "" : String.valueOf(random.nextInt(100_000));
            String text = random.nextInt(500) == 0 ? "" : "t" + random.nextInt(3000);
            rows.add(List.of(number, text, row + ".5", "c" + row % 3));
        }
        Dataset dataset = new Cells(List.of("number", "text", "whole", "few"), rows).write(folder, 3);
        FillStrategy strategy = OF_NUMBERS.get(random.nextInt(OF_NUMBERS.size()));
        FitRound<?> round = round(Cells.subject(dataset, MISSING), strategy, ROOMY);
        List<List<Block>> blocks = Cells.blocks(dataset, 100);
        int[] letGo = {0};
        Fitting lightened = Fitting.of(round, blocks, fit -> letGo[0] += random.nextBoolean() && fit.lighten() ? 1 : 0);
        assertThat(lightened.files()).isEqualTo(Fitting.of(round, blocks).files());
        assertThat(letGo[0]).as("columns that were let go of").isBetween(1, 12);
    }

    private static Limits tight(Random random) {
        return new Limits(1 + random.nextInt(20), 1 + random.nextInt(100), NumberCounts.LEAST_LIMIT, 1000, 1 << 20);
    }

    private static FitRound<?> round(Subject subject, FillStrategy strategy, Limits limits) {
        return new MissingValueImputation(Fillings.settings(strategy), limits).fit(subject);
    }

    private static String failure(FitRound<?> round, List<List<Block>> blocks) {
        try {
            return Fitting.of(round, blocks).files().toString();
        } catch (RecipeException refused) {
            return String.valueOf(refused.getMessage());
        }
    }

    private static JsonNode tree(String json) {
        return Json.parse(json.getBytes(StandardCharsets.ISO_8859_1), Place.of("test"));
    }
}
