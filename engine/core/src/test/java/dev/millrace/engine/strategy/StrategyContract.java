package dev.millrace.engine.strategy;

import static org.assertj.core.api.Assertions.assertThat;

import static java.util.Objects.requireNonNull;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;

import dev.millrace.engine.block.Block;
import dev.millrace.engine.block.BlockReader;
import dev.millrace.engine.block.BlockSize;
import dev.millrace.engine.block.ColumnChange;
import dev.millrace.engine.block.Edits;
import dev.millrace.engine.block.Replacements;
import dev.millrace.engine.dataset.Dataset;
import dev.millrace.engine.dataset.MissingTokens;
import dev.millrace.engine.dataset.Shard;
import dev.millrace.engine.dataset.ShardKey;
import dev.millrace.engine.dataset.Split;
import dev.millrace.engine.format.DatasetReader;
import dev.millrace.engine.format.ShardCodecs;
import dev.millrace.engine.json.Json;
import dev.millrace.engine.problem.Place;
import dev.millrace.engine.stats.Categories;
import dev.millrace.engine.strategy.FitRound.Outcome;
import dev.millrace.engine.testing.RandomDataset;
import dev.millrace.engine.testing.RandomDatasets;
import dev.millrace.engine.testing.Seeds;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// The laws of every strategy, on generated datasets. The test of a strategy extends this and says how it is made;
/// where its summaries hold sums that are only nearly associative it also says when two are the same.
public abstract class StrategyContract {

    private static final BlockSize WHOLE = new BlockSize(1 << 20, 1 << 16);
    private static final List<BlockSize> SIZES = List.of(new BlockSize(1, 1), new BlockSize(50, 3), WHOLE);

    private static final UnaryOperator<Block> AS_IT_IS = UnaryOperator.identity();
    private static final List<String> FILLS = List.of("filled", "3", "0.0", "-1e3", "a", " padded ");

    @AutoClose private final FileSystem files = Jimfs.newFileSystem(Configuration.unix());

    private final ShardCodecs codecs = new ShardCodecs();

    /// The strategy with settings that suit a dataset.
    protected abstract Strategy strategy(RandomDataset dataset);

    /// Requires that two summaries are the same.
    protected void assertSame(Record found, Record expected) {
        assertThat(found).isEqualTo(expected);
    }

    /// A dataset, the strategy for it, what the strategy sees, and what it touches.
    private record Case(Dataset dataset, Strategy strategy, Subject subject, Footprint footprint) {}

    @Seeds(count = 40)
    void theSummaryOfNoRowsChangesNothing(long seed) throws IOException {
        Case tried = tried(seed);
        inEachRound(
                tried,
                new Law() {
                    @Override
                    public <S extends Record> void check(FitRound<S> round, List<S> shards) {
                        for (S summary : shards) {
                            assertSame(round.merge(empty(round), summary), summary);
                            assertSame(round.merge(summary, empty(round)), summary);
                        }
                    }
                });
    }

    @Seeds(count = 40)
    void mergingIsAssociative(long seed) throws IOException {
        Case tried = tried(seed);
        inEachRound(
                tried,
                new Law() {
                    @Override
                    public <S extends Record> void check(FitRound<S> round, List<S> shards) {
                        S a = shards.getFirst();
                        S b = shards.size() > 1 ? shards.get(1) : empty(round);
                        S c = shards.getLast();
                        assertSame(round.merge(round.merge(a, b), c), round.merge(a, round.merge(b, c)));
                    }
                });
    }

    @Seeds(count = 40)
    void mergingChangesNeitherArgument(long seed) throws IOException {
        Case tried = tried(seed);
        inEachRound(
                tried,
                new Law() {
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
        Case tried = tried(seed);
        inEachRound(
                tried,
                new Law() {
                    @Override
                    public <S extends Record> void check(FitRound<S> round, List<S> shards) throws IOException {
                        for (BlockSize size : SIZES) {
                            List<S> others = summaries(round, tried, size, 1, AS_IT_IS);
                            for (int i = 0; i < shards.size(); i++) {
                                assertSame(others.get(i), shards.get(i));
                            }
                        }
                    }
                });
    }

    @Seeds(count = 40)
    void theSummaryOfTwoRunsOfRowsIsTheMergeOfTheirSummaries(long seed) throws IOException {
        Case tried = tried(seed);
        inEachRound(
                tried,
                new Law() {
                    @Override
                    public <S extends Record> void check(FitRound<S> round, List<S> shards) throws IOException {
                        List<S> halves = summaries(round, tried, new BlockSize(1, 1), 2, AS_IT_IS);
                        for (int i = 0; i < shards.size(); i++) {
                            assertSame(round.merge(halves.get(2 * i), halves.get(2 * i + 1)), shards.get(i));
                        }
                    }
                });
    }

    @Seeds(count = 40)
    void aSummaryMayBeAskedForMoreThanOnce(long seed) throws IOException {
        Case tried = tried(seed);
        inEachRound(
                tried,
                new Law() {
                    @Override
                    public <S extends Record> void check(FitRound<S> round, List<S> shards) throws IOException {
                        Shard first = fittedShards(tried).getFirst();
                        FitRound.Fit<S> fit = round.start(first.key());
                        overBlocks(
                                tried,
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

    /// Fill strategies are fitted in the same pass as those that look at what they fill, so the counts of the missing
    /// cells must lead to the very summary that the filled cells would.
    @Seeds(count = 40)
    void whatFollowsFromFilledCellsIsWhatFittingThemWouldGive(long seed) throws IOException {
        Case tried = tried(seed);
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
        inEachRound(
                tried,
                new Law() {
                    @Override
                    public <S extends Record> void check(FitRound<S> round, List<S> shards) throws IOException {
                        List<S> filled = summaries(round, tried, WHOLE, 1, new Filling(tried.subject(), values));
                        S before = empty(round);
                        S after = empty(round);
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
        Case tried = tried(seed);
        Artifact fitted = inEachRound(tried, Law.NONE);
        Artifact loaded = tried.strategy().load(new SavedFiles(fitted.files()), tried.subject());
        assertThat(texts(loaded)).isEqualTo(texts(fitted));
        assertThat(loaded.changes()).isEqualTo(fitted.changes());
        for (Shard shard : tried.dataset().shards()) {
            assertThat(transformed(tried, loaded, shard, WHOLE)).isEqualTo(transformed(tried, fitted, shard, WHOLE));
        }
    }

    @Seeds(count = 40)
    void whatBecomesOfARowDoesNotDependOnItsBlock(long seed) throws IOException {
        Case tried = tried(seed);
        Artifact fitted = inEachRound(tried, Law.NONE);
        for (Shard shard : tried.dataset().shards()) {
            Transformed expected = transformed(tried, fitted, shard, WHOLE);
            for (BlockSize size : SIZES) {
                assertThat(transformed(tried, fitted, shard, size)).as("%s", size).isEqualTo(expected);
            }
        }
    }

    @Seeds(count = 40)
    void onlyTheColumnsItNamesAreEditedAndAsItSays(long seed) throws IOException {
        Case tried = tried(seed);
        Artifact fitted = inEachRound(tried, Law.NONE);
        assertThat(fitted.changes().keySet()).isSubsetOf(tried.footprint().edits());
        overTransformedBlocks(
                tried,
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
        Case tried = tried(seed);
        Artifact fitted = inEachRound(tried, Law.NONE);
        Footprint footprint = tried.footprint();
        assertThat(footprint.movesRows() || footprint.splitsInto().isEmpty()).isTrue();
        overTransformedBlocks(
                tried,
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

    /// Something that holds in every round of a fit.
    private interface Law {

        Law NONE =
                new Law() {
                    @Override
                    public <S extends Record> void check(FitRound<S> round, List<S> shards) {}
                };

        /// @param shards the summaries of all shards of the fitted splits, at least one
        <S extends Record> void check(FitRound<S> round, List<S> shards) throws IOException;
    }

    private Case tried(long seed) throws IOException {
        RandomDataset random = RandomDatasets.write(seed, files.getPath("/in"));
        Dataset dataset = new DatasetReader(codecs).read(random.folder(), Split.ofTraining(), Split.TRAIN);
        MissingTokens missing = MissingTokens.orDefault(random.missing());
        Subject subject =
                new Subject("/in", dataset.schema(), random.label(), missing, dataset.splits(), true, seed, true);
        Strategy strategy = strategy(random);
        assertThat(strategy.check(subject, setting -> Place.of(setting))).isEmpty();
        return new Case(dataset, strategy, subject, strategy.footprint(subject));
    }

    private Artifact inEachRound(Case tried, Law law) throws IOException {
        FitRound<?> round = tried.strategy().fit(tried.subject());
        while (true) {
            switch (finished(round, tried, law)) {
                case Outcome.Fitted(Artifact artifact) -> {
                    return artifact;
                }
                case Outcome.Refine(FitRound<?> next) -> round = next;
            }
        }
    }

    private <S extends Record> Outcome finished(FitRound<S> round, Case tried, Law law) throws IOException {
        List<S> shards = summaries(round, tried, WHOLE, 1, AS_IT_IS);
        if (!shards.isEmpty()) {
            law.check(round, shards);
        }
        S all = empty(round);
        for (S summary : shards) {
            all = round.merge(all, summary);
        }
        return round.finish(all);
    }

    private static <S extends Record> S empty(FitRound<S> round) {
        return round.start(new ShardKey(Split.TRAIN, 0)).summary();
    }

    /// Summaries of each shard of the fitted splits, each dealt out to some fits in runs of blocks.
    private <S extends Record> List<S> summaries(
            FitRound<S> round, Case tried, BlockSize size, int parts, UnaryOperator<Block> seen) throws IOException {
        List<S> summaries = new ArrayList<>();
        for (Shard shard : fittedShards(tried)) {
            int[] blocks = {0};
            overBlocks(tried, shard, size, _ -> blocks[0]++);
            List<FitRound.Fit<S>> fits = IntStream.range(0, parts).mapToObj(_ -> round.start(shard.key())).toList();
            int[] at = {0};
            overBlocks(
                    tried,
                    shard,
                    size,
                    block -> fits.get(at[0]++ * parts / blocks[0]).add(shard.split(), seen.apply(block)));
            fits.forEach(fit -> summaries.add(fit.summary()));
        }
        return summaries;
    }

    private static List<Shard> fittedShards(Case tried) {
        Set<Split> splits = tried.footprint().fitSplits();
        return tried.dataset().shards().stream().filter(shard -> splits.contains(shard.split())).toList();
    }

    /// What became of a shard.
    ///
    /// @param rows of each row its split, how often it is written there, and its cells
    /// @param dropped rows left out by definition, by reason
    /// @param rejections of each bad row its place and what is wrong with it
    /// @param counts what the transform counted
    private record Transformed(
            List<String> rows, Map<String, Long> dropped, List<String> rejections, Map<String, Long> counts) {}

    private Transformed transformed(Case tried, Artifact artifact, Shard shard, BlockSize size) throws IOException {
        List<String> rows = new ArrayList<>();
        Map<String, Long> dropped = new TreeMap<>();
        List<String> rejections = new ArrayList<>();
        Transform transform = artifact.transform(shard.key());
        Edits edits = new Edits();
        overBlocks(
                tried,
                shard,
                size,
                block -> {
                    edits.clear(shard.split(), block.rows());
                    transform.apply(block, edits);
                    Block seen = edits.appliedTo(block);
                    for (int row = 0; row < block.rows(); row++) {
                        rows.add(fate(edits, row) + cells(tried, seen, row));
                    }
                    edits.dropped().forEach((reason, count) -> dropped.merge(reason, count, Long::sum));
                    for (Edits.Rejection bad : edits.rejections()) {
                        rejections.add(block.place(bad.row()).inColumn(bad.column()) + ": " + bad.reason());
                    }
                });
        return new Transformed(rows, dropped, rejections, new TreeMap<>(transform.counts()));
    }

    private static String fate(Edits edits, int row) {
        Split split = edits.split(row);
        return split == null ? "out " : split.folder() + " × " + edits.times(row, split) + " ";
    }

    private static List<String> cells(Case tried, Block block, int row) {
        return IntStream.range(0, tried.subject().schema().size())
                .mapToObj(column -> block.column(column).text(row))
                .toList();
    }

    private void overTransformedBlocks(Case tried, Artifact artifact, BiConsumer<Block, Edits> action)
            throws IOException {
        for (Shard shard : tried.dataset().shards()) {
            Transform transform = artifact.transform(shard.key());
            Edits edits = new Edits();
            overBlocks(
                    tried,
                    shard,
                    new BlockSize(300, 10),
                    block -> {
                        edits.clear(shard.split(), block.rows());
                        transform.apply(block, edits);
                        action.accept(block, edits);
                    });
        }
    }

    private void overBlocks(Case tried, Shard shard, BlockSize size, Consumer<Block> action) throws IOException {
        Set<Integer> all = IntStream.range(0, tried.subject().schema().size()).boxed().collect(Collectors.toSet());
        try (BlockReader reader = codecs.of(shard.type().format()).open(tried.dataset(), shard, all, size)) {
            for (Block block = reader.next(); block != null; block = reader.next()) {
                action.accept(block);
            }
        }
    }

    private static Map<String, String> texts(Artifact artifact) {
        Function<ArtifactFile, String> text = file -> new String(file.content(), StandardCharsets.ISO_8859_1);
        return artifact.files().stream().collect(Collectors.toMap(ArtifactFile::name, text));
    }

    /// A block whose missing cells hold a value.
    private record Filling(Subject subject, Map<String, String> values) implements UnaryOperator<Block> {

        @Override
        public Block apply(Block block) {
            Edits edits = new Edits();
            edits.clear(Split.TRAIN, block.rows());
            values.forEach((name, value) -> {
                int position = subject.schema().position(name);
                int[] codes = new int[block.rows()];
                block.column(position).encode(new Categories(subject.missing().bytes(), 1 << 16), codes);
                Replacements replacements = new Replacements();
                int choice = replacements.addText(value);
                Arrays.setAll(codes, row -> codes[row] == Categories.MISSING ? choice : Edits.KEEP);
                edits.replace(position, codes, replacements);
            });
            return edits.appliedTo(block);
        }
    }

    /// The artifact files of a fit, as a later job finds them.
    private record SavedFiles(List<ArtifactFile> files) implements ArtifactSource {

        @Override
        public byte[] read(String name) {
            return files.stream().filter(file -> file.name().equals(name)).findFirst().orElseThrow().content();
        }

        @Override
        public JsonNode document(String name) {
            return Json.parse(read(name + ".json"), Place.of(name + ".json"));
        }
    }
}
