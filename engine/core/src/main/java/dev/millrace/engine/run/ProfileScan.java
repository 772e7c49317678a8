package dev.millrace.engine.run;

import dev.millrace.engine.block.Block;
import dev.millrace.engine.block.BlockReader;
import dev.millrace.engine.block.BlockSize;
import dev.millrace.engine.dataset.Dataset;
import dev.millrace.engine.dataset.MissingTokens;
import dev.millrace.engine.dataset.Shard;
import dev.millrace.engine.format.ShardCodecs;
import dev.millrace.engine.problem.StorageException;
import dev.millrace.engine.profile.DatasetProfile;
import dev.millrace.engine.profile.ProfileSummary;
import dev.millrace.engine.recipe.BadRowPolicy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// One scan over all shards of a dataset to see what is in their columns.
public final class ProfileScan {

    private final BlockSource source;
    private final Dataset dataset;
    private final MissingTokens missing;
    private final Set<Integer> columns;

    /// Prepares a scan.
    public ProfileScan(ShardCodecs codecs, Dataset dataset, MissingTokens missing) {
        this.source = new ShardFiles(codecs, dataset, () -> BlockSize.DEFAULT, 0);
        this.dataset = dataset;
        this.missing = missing;
        this.columns = IntStream.range(0, dataset.schema().size()).boxed().collect(Collectors.toSet());
    }

    /// Reads every shard, as many at once as there are processors.
    public DatasetProfile profile() {
        int workers = Math.min(Runtime.getRuntime().availableProcessors(), dataset.shards().size());
        List<ProfileSummary> folded = new ArrayList<>(); // one, once the first shard is done
        new WorkerThreads(workers)
                .forEach(
                        dataset.shards(),
                        (shard, _) -> collect(shard),
                        summary -> folded.add(folded.isEmpty() ? summary : folded.removeFirst().plus(summary)));
        return folded.getFirst().profile(dataset.schema());
    }

    private ProfileSummary collect(Shard shard) {
        ProfileSummary.Collector collector = new ProfileSummary.Collector(dataset.schema(), missing);
        try (BlockReader reader = source.open(shard, columns)) {
            for (Block block = reader.next(); block != null; block = reader.next()) {
                RejectedRows.requireNone(BadRowPolicy.FAIL, block);
                collector.add(block);
            }
        } catch (IOException failure) {
            throw StorageException.reading(shard.file(), failure);
        }
        return collector.summary();
    }
}
