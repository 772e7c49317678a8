package dev.millrace.engine.strategy;

import static org.assertj.core.api.Assertions.assertThat;

import static java.util.Objects.requireNonNull;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;

import dev.millrace.engine.block.BlockSize;
import dev.millrace.engine.block.ColumnChange;
import dev.millrace.engine.block.Edits;
import dev.millrace.engine.block.Replacements;
import dev.millrace.engine.dataset.Dataset;
import dev.millrace.engine.dataset.MissingTokens;
import dev.millrace.engine.dataset.Shard;
import dev.millrace.engine.dataset.Split;
import dev.millrace.engine.format.DatasetReader;
import dev.millrace.engine.format.ShardCodecs;
import dev.millrace.engine.problem.Place;
import dev.millrace.engine.testing.RandomDataset;
import dev.millrace.engine.testing.RandomDatasets;
import dev.millrace.engine.testing.Seeds;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// The laws of every strategy, on generated datasets. The test of a strategy extends this and says how it is made;
/// where its summaries hold sums that are only nearly associative it also says when two are the same.
public abstract class StrategyContract {

    private static final List<BlockSize> SIZES =
            List.of(new BlockSize(1, 1), new BlockSize(50, 3), TriedStrategy.WHOLE);

    private static final List<String> FILLS = List.of("filled", "3", "0.0", "-1e3", "a", " padded ");

    @AutoClose private final FileSystem files = Jimfs.newFileSystem(Configuration.unix());

    private final ShardCodecs codecs = new ShardCodecs();

    /// The strategy with settings that suit a dataset.
    protected abstract Strategy strategy(RandomDataset dataset);

    /// Requires that two summaries are the same.
    protected void assertSame(Record found, Record expected) {
        assertThat(found).isEqualTo(expected);
    }

    @Seeds(count = 40)
    void theSummaryOfNoRowsChangesNothing(long seed) throws IOException {
        TriedStrategy tried = tried(seed);
        tried.inEachRound(
                new TriedStrategy.Law() {
                    @Override
                    public <S extends Record> void check(FitRound<S> round, List<S> shards) {
                        for (S summary : shards) {
                            assertSame(round.merge(TriedStrategy.empty(round), summary), summary);
                            assertSame(round.merge(summary, TriedStrategy.empty(round)), summary);
                        }
                    }
                });
    }

    @Seeds(count = 40)
    void mergingIsAssociative(long seed) throws IOException {
        TriedStrategy tried = tried(seed);
        tried.inEachRound(
                new TriedStrategy.Law() {
                    @Override
                    public <S extends Record> void check(FitRound<S> round, List<S> shards) {
                        S a = shards.getFirst();
                        S b = shards.size() > 1 ? shards.get(1) : TriedStrategy.empty(round);
                        S c = shards.getLast();
                        assertSame(round.merge(round.merge(a, b), c), round.merge(a, round.merge(b, c)));
                    }
                });
    }

    @Seeds(count = 40)
    void mergingChangesNeitherArgument(long seed) throws IOException {
        TriedStrategy tried = tried(seed);
        tried.inEachRound(
                new TriedStrategy.Law() {
                    @Override
                    public <S extends Record> void check(FitRound<S> round, List<S> shards) {
                        S left = shards.getFirst();
                        S right = shards.getLast();
                        String before = left + " and " + right;
                        S merged = round.merge(left, right);
                        assertThat(left + " and " + right).isEqualTo(before);
                        assertSame(round.merge(left, right), merged);
                    }
                });
    }

    @Seeds(count = 40)
    void aSummaryDoesNotDependOnHowTheShardIsCutIntoBlocks(long seed) throws IOException {
        TriedStrategy tried = tried(seed);
        tried.inEachRound(
                new TriedStrategy.Law() {
                    @Override
                    public <S extends Record> void check(FitRound<S> round, List<S> shards) throws IOException {
                        for (BlockSize size : SIZES) {
                            List<S> others = tried.summaries(round, size, 1, TriedStrategy.AS_IT_IS);
                            for (int i = 0; i < shards.size(); i++) {
                                assertSame(others.get(i), shards.get(i));
                            }
                        }
                    }
                });
    }

    @Seeds(count = 40)
    void theSummaryOfTwoRunsOfRowsIsTheMergeOfTheirSummaries(long seed) throws IOException {
        TriedStrategy tried = tried(seed);
        tried.inEachRound(
                new TriedStrategy.Law() {
                    @Override
                    public <S extends Record> void check(FitRound<S> round, List<S> shards) throws IOException {
                        List<S> halves = tried.summaries(round, new BlockSize(1, 1), 2, TriedStrategy.AS_IT_IS);
                        for (int i = 0; i < shards.size(); i++) {
                            assertSame(round.merge(halves.get(2 * i), halves.get(2 * i + 1)), shards.get(i));
                        }
                    }
                });
    }

    @Seeds(count = 40)
    void aSummaryMayBeAskedForMoreThanOnce(long seed) throws IOException {
        TriedStrategy tried = tried(seed);
        tried.inEachRound(
                new TriedStrategy.Law() {
                    @Override
                    public <S extends Record> void check(FitRound<S> round, List<S> shards) throws IOException {
                        Shard first = tried.fittedShards().getFirst();
                        FitRound.Fit<S> fit = round.start(first.key());
                        tried.overBlocks(
                                first,
                                new BlockSize(1, 1),
                                block -> {
                                    fit.summary();
                                    fit.add(first.split(), block);
                                });
                        assertSame(fit.summary(), shards.getFirst());
                        assertSame(fit.summary(), shards.getFirst());
                    }
                });
    }

    @Seeds(count = 40)
    void aSummaryIsTheSameAfterBeingWrittenAndRead(long seed) throws IOException {
        TriedStrategy tried = tried(seed);
        Random random = new Random(seed);
        tried.inEachRound(
                new TriedStrategy.Law() {
                    @Override
                    public <S extends Record> void check(FitRound<S> round, List<S> shards) throws IOException {
                        StoredSummary.assertLaws(round, shards, random);
                        List<S> others = tried.summaries(round, SIZES.getFirst(), 1, TriedStrategy.AS_IT_IS);
                        for (int i = 0; i < shards.size(); i++) {
                            assertThat(StoredSummary.of(round, others.get(i)).bytes())
                                    .isEqualTo(StoredSummary.of(round, shards.get(i)).bytes());
                        }
                    }
                });
    }

    @Seeds(count = 40)
    void aFitThatWasStoredAndTakenUpAgainGivesTheSameArtifact(long seed) throws IOException {
        TriedStrategy tried = tried(seed);
        assertThat(texts(tried.fittedFromStoredSummaries()))
                .isEqualTo(texts(tried.inEachRound(TriedStrategy.Law.NONE)));
    }

    /// Fill strategies are fitted in the same pass as those that look at what they fill, so the counts of the missing
    /// cells must lead to the very summary that the filled cells would.
    @Seeds(count = 40)
    void whatFollowsFromFilledCellsIsWhatFittingThemWouldGive(long seed) throws IOException {
        TriedStrategy tried = tried(seed);
        if (!tried.footprint().fitsFromFilled()) {
            return;
        }
        Random random = new Random(seed);
        Map<String, String> values = new TreeMap<>();
        for (String column : new TreeSet<>(tried.footprint().edits())) {
            if (random.nextInt(4) > 0) {
                values.put(column, FILLS.get(random.nextInt(FILLS.size())));
            }
        }
        tried.inEachRound(
                new TriedStrategy.Law() {
                    @Override
                    public <S extends Record> void check(FitRound<S> round, List<S> shards) throws IOException {
                        List<S> filled =
                                tried.summaries(
                                        round, TriedStrategy.WHOLE, 1, new FilledCells(tried.subject(), values));
                        S before = TriedStrategy.empty(round);
                        S after = TriedStrategy.empty(round);
                        for (int i = 0; i < shards.size(); i++) {
                            assertSame(round.filled(shards.get(i), values), filled.get(i));
                            before = round.merge(before, shards.get(i));
                            after = round.merge(after, filled.get(i));
                        }
                        assertSame(round.filled(before, values), after);
                    }
                });
    }

    @Seeds(count = 40)
    void theArtifactIsTheSameAfterBeingSavedAndLoaded(long seed) throws IOException {
        TriedStrategy tried = tried(seed);
        Artifact fitted = tried.inEachRound(TriedStrategy.Law.NONE);
        Artifact loaded = tried.strategy().load(new SavedFiles(fitted.files()), tried.subject());
        assertThat(texts(loaded)).isEqualTo(texts(fitted));
        assertThat(loaded.changes()).isEqualTo(fitted.changes());
        for (Shard shard : tried.dataset().shards()) {
            assertThat(tried.transformed(loaded, shard, TriedStrategy.WHOLE))
                    .isEqualTo(tried.transformed(fitted, shard, TriedStrategy.WHOLE));
        }
    }

    @Seeds(count = 40)
    void whatBecomesOfARowDoesNotDependOnItsBlock(long seed) throws IOException {
        TriedStrategy tried = tried(seed);
        Artifact fitted = tried.inEachRound(TriedStrategy.Law.NONE);
        for (Shard shard : tried.dataset().shards()) {
            TriedStrategy.Transformed expected = tried.transformed(fitted, shard, TriedStrategy.WHOLE);
            for (BlockSize size : SIZES) {
                assertThat(tried.transformed(fitted, shard, size)).as("%s", size).isEqualTo(expected);
            }
        }
    }

    @Seeds(count = 40)
    void onlyTheColumnsItNamesAreEditedAndAsItSays(long seed) throws IOException {
        TriedStrategy tried = tried(seed);
        Artifact fitted = tried.inEachRound(TriedStrategy.Law.NONE);
        assertThat(fitted.changes().keySet()).isSubsetOf(tried.footprint().edits());
        tried.overTransformedBlocks(
                fitted,
                (block, edits) -> {
                    for (Edits.ColumnEdit edit : edits.columns()) {
                        String column = tried.subject().schema().name(edit.position());
                        assertThat(fitted.changes()).containsKey(column);
                        assertChanged(edit, block.rows(), fitted.changes().get(column));
                    }
                });
    }

    @Seeds(count = 40)
    void rowsMoveOnlyAsTheFootprintSays(long seed) throws IOException {
        TriedStrategy tried = tried(seed);
        Artifact fitted = tried.inEachRound(TriedStrategy.Law.NONE);
        Footprint footprint = tried.footprint();
        assertThat(footprint.movesRows() || footprint.splitsInto().isEmpty()).isTrue();
        tried.overTransformedBlocks(
                fitted,
                (_, edits) -> {
                    if (!footprint.movesRows()) {
                        assertThat(edits.allRowsAtHome()).isTrue();
                    }
                    Set<Split> reachable = EnumSet.copyOf(tried.dataset().splits());
                    reachable.addAll(footprint.splitsInto());
                    assertThat(edits.destinations()).isSubsetOf(reachable);
                });
    }

    private static void assertChanged(Edits.ColumnEdit edit, int rows, @Nullable ColumnChange change) {
        IntStream choices = Arrays.stream(edit.choices(), 0, rows);
        Replacements replacements = edit.replacements();
        switch (requireNonNull(change)) {
            case ALL_NUMBERS ->
                    assertThat(choices).allMatch(choice -> choice != Edits.KEEP && replacements.isNumber(choice));
            case SOME_NUMBERS ->
                    assertThat(choices).allMatch(choice -> choice == Edits.KEEP || replacements.isNumber(choice));
            case TEXTS -> assertThat(choices).allMatch(choice -> choice < replacements.size());
        }
    }

    private TriedStrategy tried(long seed) throws IOException {
        RandomDataset random = RandomDatasets.write(seed, files.getPath("/in"));
        Dataset dataset = new DatasetReader(codecs).read(random.folder(), Split.ofTraining(), Split.TRAIN);
        MissingTokens missing = MissingTokens.orDefault(random.missing());
        Subject subject =
                new Subject("/in", dataset.schema(), random.label(), missing, dataset.splits(), true, seed, true);
        Strategy strategy = strategy(random);
        assertThat(strategy.check(subject, setting -> Place.of(setting))).isEmpty();
        return new TriedStrategy(dataset, strategy, subject, strategy.footprint(subject));
    }

    private static Map<String, String> texts(Artifact artifact) {
        Function<ArtifactFile, String> text = file -> new String(file.content(), StandardCharsets.ISO_8859_1);
        return artifact.files().stream().collect(Collectors.toMap(ArtifactFile::name, text));
    }
}
