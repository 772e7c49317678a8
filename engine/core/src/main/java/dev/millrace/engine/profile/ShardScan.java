package dev.millrace.engine.profile;

import dev.millrace.engine.block.BadRow;
import dev.millrace.engine.block.Block;
import dev.millrace.engine.block.BlockReader;
import dev.millrace.engine.block.BlockSize;
import dev.millrace.engine.dataset.Dataset;
import dev.millrace.engine.dataset.MissingTokens;
import dev.millrace.engine.dataset.Shard;
import dev.millrace.engine.format.ShardCodecs;
import dev.millrace.engine.problem.CancelledException;
import dev.millrace.engine.problem.EngineException;
import dev.millrace.engine.problem.Problem;
import dev.millrace.engine.problem.StorageException;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.function.LongPredicate;

/// Looks through one shard for what a person wants to know of it. Bad rows are counted, and damage is told, where a run
/// would stop.
///
/// @param dataset says how the shard is written
/// @param columns positions of the columns that are profiled
/// @param missing texts that count as missing
/// @param mostRows after how many rows to stop, never in the middle of a block
public record ShardScan(
        ShardCodecs codecs, Dataset dataset, List<Integer> columns, MissingTokens missing, long mostRows) {

    private static final int BAD_ROWS_KEPT = 20;
    private static final BlockSize SMALL = new BlockSize(128 << 10, 1 << 12);

    public ShardScan {
        columns = List.copyOf(columns);
    }

    /// What was found.
    ///
    /// @param rows good rows
    /// @param badRows how many rows are bad
    /// @param firstBad the first of them
    /// @param damage why the rest of the file cannot be read; null if it was
    public record Found(
            ProfileSummary summary, long rows, long badRows, List<BadRow> firstBad, @Nullable Problem damage) {

        public Found {
            firstBad = List.copyOf(firstBad);
        }
    }

    /// Scans a shard.
    ///
    /// @param goOn asked after each block with the bytes read so far
    /// @throws CancelledException if it was told not to go on
    public Found of(Shard shard, LongPredicate goOn) {
        ProfileSummary.Collector collector = new ProfileSummary.Collector(columns, missing);
        List<BadRow> firstBad = new ArrayList<>();
        long rows = 0;
        long badRows = 0;
        Problem damage = null;
        BlockSize size = mostRows < BlockSize.DEFAULT.rows() ? SMALL : BlockSize.DEFAULT;
        try (BlockReader reader = codecs.of(shard.type().format()).open(dataset, shard, new HashSet<>(columns), size)) {
            for (Block block = reader.next(); block != null; block = rows < mostRows ? reader.next() : null) {
                if (!goOn.test(reader.bytesRead())) {
                    throw new CancelledException();
                }
                collector.add(block);
                rows += block.rows();
                badRows += block.badRows().size();
                block.badRows().stream().limit(BAD_ROWS_KEPT - firstBad.size()).forEach(firstBad::add);
            }
        } catch (CancelledException cancelled) {
            throw cancelled;
        } catch (EngineException damaged) {
            damage = damaged.problems().getFirst();
        } catch (IOException failure) {
            damage = StorageException.reading(shard.file(), failure).problems().getFirst();
        }
        return new Found(collector.summary(), rows, badRows, firstBad, damage);
    }
}
