package dev.millrace.engine.strategy;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import dev.millrace.engine.block.Block;
import dev.millrace.engine.block.BlockReader;
import dev.millrace.engine.block.BlockSize;
import dev.millrace.engine.block.Edits;
import dev.millrace.engine.dataset.Dataset;
import dev.millrace.engine.dataset.MissingTokens;
import dev.millrace.engine.dataset.Shard;
import dev.millrace.engine.dataset.Split;
import dev.millrace.engine.format.DatasetReader;
import dev.millrace.engine.format.ShardCodecs;
import dev.millrace.engine.problem.Place;
import dev.millrace.engine.strategy.FitRound.Outcome;
import dev.millrace.engine.testing.RandomDataset;
import dev.millrace.engine.testing.RandomDatasets;
import dev.millrace.engine.testing.Seeds;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;

/// The laws of every strategy, on generated datasets. The test of a strategy extends this and says how it is made; where
/// its summaries hold sums that are only nearly associative it also says when two are the same.
public abstract class StrategyContract {

    private static final BlockSize WHOLE = new BlockSize(1 << 20, 1 << 16);
    private static final List<BlockSize> SIZES = List.of(new BlockSize(1, 1), new BlockSize(50, 3), WHOLE);

    @AutoClose
    private final FileSystem files = Jimfs.newFileSystem(Configuration.unix());

    private final ShardCodecs codecs = new ShardCodecs();

    /// The strategy with settings that suit a dataset.
    protected abstract Strategy strategy(RandomDataset dataset);

    /// Requires that two summaries are the same.
    protected void assertSame(Record found, Record expected) {
        assertThat(found).isEqualTo(expected);
    }

    /// A dataset, the strategy for it, and what the strategy sees.
    private record Case(Dataset dataset, Strategy strategy, Subject subject) {}

    @Seeds(count = 40)
    void theSummaryOfNoRowsChangesNothing(long seed) throws IOException {
        Case tried = tried(seed);
        inEachRound(tried, new Law() {
            @Override
            public <S extends Record> void check(FitRound<S> round, List<S> shards) {
                for (S summary : shards) {
                    assertSame(round.merge(round.start().summary(), summary), summary);
                    assertSame(round.merge(summary, round.start().summary()), summary);
                }
            }
        });
    }

    @Seeds(count = 40)
    void mergingIsAssociative(long seed) throws IOException {
        Case tried = tried(seed);
        inEachRound(tried, new Law() {
            @Override
            public <S extends Record> void check(FitRound<S> round, List<S> shards) {
                S empty = round.start().summary();
                S a = shards.getFirst();
                S b = shards.size() > 1 ? shards.get(1) : empty;
                S c = shards.getLast();
                assertSame(round.merge(round.merge(a, b), c), round.merge(a, round.merge(b, c)));
            }
        });
    }

    @Seeds(count = 40)
    void mergingChangesNeitherArgument(long seed) throws IOException {
        Case tried = tried(seed);
        inEachRound(tried, new Law() {
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
        inEachRound(tried, new Law() {
            @Override
            public <S extends Record> void check(FitRound<S> round, List<S> shards) throws IOException {
                for (BlockSize size : SIZES) {
                    List<S> others = summaries(round, tried, size, 1);
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
        inEachRound(tried, new Law() {
            @Override
            public <S extends Record> void check(FitRound<S> round, List<S> shards) throws IOException {
                List<S> halves = summaries(round, tried, new BlockSize(1, 1), 2);
                for (int i = 0; i < shards.size(); i++) {
                    assertSame(round.merge(halves.get(2 * i), halves.get(2 * i + 1)), shards.get(i));
                }
            }
        });
    }

    @Seeds(count = 40)
    void aSummaryMayBeAskedForMoreThanOnce(long seed) throws IOException {
        Case tried = tried(seed);
        inEachRound(tried, new Law() {
            @Override
            public <S extends Record> void check(FitRound<S> round, List<S> shards) throws IOException {
                FitRound.Fit<S> fit = round.start();
                overBlocks(tried, shards(tried).getFirst(), new BlockSize(1, 1), block -> {
                    fit.summary();
                    fit.add(block);
                });
                assertSame(fit.summary(), shards.getFirst());
                assertSame(fit.summary(), shards.getFirst());
            }
        });
    }

    @Seeds(count = 40)
    void theArtifactIsTheSameAfterBeingSavedAndLoaded(long seed) throws IOException {
        Case tried = tried(seed);
        Artifact fitted = inEachRound(tried, Law.NONE);
        Map<String, byte[]> saved = fitted.files().stream().collect(Collectors.toMap(ArtifactFile::name, ArtifactFile::content));
        Artifact loaded = tried.strategy().load(saved::get, tried.subject());
        assertThat(texts(loaded)).isEqualTo(texts(fitted));
        for (Shard shard : tried.dataset().shards()) {
            assertThat(transformed(tried, loaded, shard, WHOLE)).isEqualTo(transformed(tried, fitted, shard, WHOLE));
        }
    }

    @Seeds(count = 40)
    void whatBecomesOfARowDoesNotDependOnItsBlock(long seed) throws IOException {
        Case tried = tried(seed);
        Artifact fitted = inEachRound(tried, Law.NONE);
        for (Shard shard : tried.dataset().shards()) {
            List<List<String>> expected = transformed(tried, fitted, shard, WHOLE);
            for (BlockSize size : SIZES) {
                assertThat(transformed(tried, fitted, shard, size)).as("%s", size).isEqualTo(expected);
            }
        }
    }

    @Seeds(count = 40)
    void onlyTheColumnsItNamesAreEdited(long seed) throws IOException {
        Case tried = tried(seed);
        Artifact fitted = inEachRound(tried, Law.NONE);
        Set<String> mayEdit = tried.strategy().editedColumns(tried.subject());
        for (Shard shard : tried.dataset().shards()) {
            overBlocks(tried, shard, WHOLE, block -> {
                Edits edits = new Edits();
                fitted.transform().apply(block, edits);
                assertThat(edits.columns())
                        .extracting(edit -> tried.subject().schema().name(edit.position()))
                        .isSubsetOf(mayEdit);
            });
        }
    }

    /// Something that holds in every round of a fit.
    private interface Law {

        Law NONE = new Law() {
            @Override
            public <S extends Record> void check(FitRound<S> round, List<S> shards) {}
        };

        /// @param shards the summaries of all shards of the fitted split
        <S extends Record> void check(FitRound<S> round, List<S> shards) throws IOException;
    }

    private Case tried(long seed) throws IOException {
        RandomDataset random = RandomDatasets.write(seed, files.getPath("/in"));
        Dataset dataset = new DatasetReader(codecs).read(random.folder(), Split.ofTraining(), Split.TRAIN);
        MissingTokens missing = MissingTokens.orDefault(random.missing());
        Subject subject = new Subject("/in", dataset.schema(), random.label(), missing);
        Strategy strategy = strategy(random);
        assertThat(strategy.check(subject, setting -> Place.of(setting))).isEmpty();
        return new Case(dataset, strategy, subject);
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
        List<S> shards = summaries(round, tried, WHOLE, 1);
        law.check(round, shards);
        S all = shards.getFirst();
        for (S summary : shards.subList(1, shards.size())) {
            all = round.merge(all, summary);
        }
        return round.finish(all);
    }

    /// Summaries of each shard of the fitted split, each dealt out to some fits in runs of blocks.
    private <S extends Record> List<S> summaries(FitRound<S> round, Case tried, BlockSize size, int parts) throws IOException {
        List<S> summaries = new ArrayList<>();
        for (Shard shard : shards(tried)) {
            int[] blocks = {0};
            overBlocks(tried, shard, size, _ -> blocks[0]++);
            List<FitRound.Fit<S>> fits = IntStream.range(0, parts).mapToObj(_ -> round.start()).toList();
            int[] at = {0};
            overBlocks(tried, shard, size, block -> fits.get(at[0]++ * parts / blocks[0]).add(block));
            fits.forEach(fit -> summaries.add(fit.summary()));
        }
        return summaries;
    }

    private static List<Shard> shards(Case tried) {
        return tried.dataset().shards(Split.TRAIN);
    }

    private List<List<String>> transformed(Case tried, Artifact artifact, Shard shard, BlockSize size) throws IOException {
        List<List<String>> rows = new ArrayList<>();
        Transform transform = artifact.transform();
        Edits edits = new Edits();
        int columns = tried.subject().schema().size();
        overBlocks(tried, shard, size, block -> {
            edits.clear();
            transform.apply(block, edits);
            Block seen = edits.appliedTo(block);
            for (int row = 0; row < block.rows(); row++) {
                int current = row;
                rows.add(IntStream.range(0, columns)
                        .mapToObj(column -> seen.column(column).text(current))
                        .toList());
            }
        });
        return rows;
    }

    private void overBlocks(Case tried, Shard shard, BlockSize size, Consumer<Block> action) throws IOException {
        Set<Integer> all = IntStream.range(0, tried.subject().schema().size()).boxed().collect(Collectors.toSet());
        try (BlockReader reader = codecs.of(shard.format()).open(tried.dataset(), shard, all, size)) {
            for (Block block = reader.next(); block != null; block = reader.next()) {
                action.accept(block);
            }
        }
    }

    private static Map<String, String> texts(Artifact artifact) {
        Function<ArtifactFile, String> text = file -> new String(file.content(), StandardCharsets.ISO_8859_1);
        return artifact.files().stream().collect(Collectors.toMap(ArtifactFile::name, text));
    }
}
