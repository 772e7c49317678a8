package dev.millrace.engine.browse;

import dev.millrace.engine.block.BadRow;
import dev.millrace.engine.block.Block;
import dev.millrace.engine.block.BlockReader;
import dev.millrace.engine.block.BlockSize;
import dev.millrace.engine.block.BlockStart;
import dev.millrace.engine.block.SeekableReader;
import dev.millrace.engine.dataset.Dataset;
import dev.millrace.engine.dataset.Shard;
import dev.millrace.engine.format.ShardCodecs;
import dev.millrace.engine.problem.EngineException;
import dev.millrace.engine.problem.Problem;
import dev.millrace.engine.problem.StorageException;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/// The rows of one shard by number, at any depth. Nothing is held but an index of places; each call opens the shard and
/// reads from the nearest place that [#count] has found so far. Compressed text has no places to jump to: what lies
/// before is unpacked again, which costs no more than that.
///
/// Safe for any thread.
public final class ShardRows {

    private static final BlockSize SMALL = new BlockSize(64 << 10, 1 << 10);
    private static final int BAD_ROWS_KEPT = 200;

    private final ShardCodecs codecs;
    private final Dataset dataset;
    private final Shard shard;
    private final RowIndex index = new RowIndex();

    /// @param dataset says how the shard is written and what its columns are
    public ShardRows(ShardCodecs codecs, Dataset dataset, Shard shard) {
        this.codecs = codecs;
        this.dataset = dataset;
        this.shard = shard;
    }

    public Shard shard() {
        return shard;
    }

    /// Some rows from a number on, with all that is in their cells.
    ///
    /// @param columns positions of the columns in the schema
    /// @throws EngineException if nothing can be read there
    public List<ShardRow> read(long first, int most, List<Integer> columns) {
        return read(first, most, columns, Integer.MAX_VALUE);
    }

    /// Some rows from a number on; fewer at the end of the shard, and where it is damaged.
    ///
    /// @param columns positions of the columns in the schema
    /// @param mostCharacters of a cell, or of a bad row; what is longer is cut off and ends in `…`
    /// @throws EngineException if nothing can be read there
    public List<ShardRow> read(long first, int most, List<Integer> columns, int mostCharacters) {
        Optional<RowIndex.Place> place = index.before(first);
        List<ShardRow> found = new ArrayList<>();
        try (BlockReader reader = open(place, Set.copyOf(columns), SMALL)) {
            RowCollector collector = new RowCollector(dataset, columns, first, most, mostCharacters, found);
            collector.passed(place.map(RowIndex.Place::row).orElse(0L));
            Block block = reader.next();
            while (block != null && collector.add(block)) {
                block = reader.next();
            }
        } catch (IOException failure) {
            throw StorageException.reading(shard.file(), failure);
        } catch (EngineException damage) {
            if (found.isEmpty()) {
                throw damage;
            }
        }
        return found;
    }

    /// The number of the row that begins at a line, or of the one before it that goes on there; empty if there is none.
    public OptionalLong rowAtLine(long line) {
        Optional<RowIndex.Place> place = index.beforeLine(line);
        long row = place.map(RowIndex.Place::row).orElse(0L);
        OptionalLong found = OptionalLong.empty();
        try (BlockReader reader = open(place, Set.of(), SMALL)) {
            for (Block block = reader.next(); block != null; block = reader.next()) {
                for (long at : RowCollector.lines(block)) {
                    if (at > line) {
                        return found;
                    }
                    found = OptionalLong.of(row++);
                }
            }
            return found;
        } catch (IOException failure) {
            throw StorageException.reading(shard.file(), failure);
        }
    }

    /// Counts all rows and remembers where some of them begin. Damage ends the count and is told in it.
    ///
    /// @return what was counted, not complete if it was stopped
    public RowCount count(Counting told) {
        Counter counter = new Counter();
        boolean more = true;
        try (BlockReader reader = open(Optional.empty(), Set.of(), BlockSize.DEFAULT)) {
            Block block = reader.next();
            while (block != null && more) {
                counter.add(block, reader);
                more = told.goOn(counter.soFar(false, null));
                block = more ? reader.next() : null;
            }
            return counter.soFar(more, null);
        } catch (IOException failure) {
            return counter.soFar(true, StorageException.reading(shard.file(), failure).problems().getFirst());
        } catch (EngineException damage) {
            return counter.soFar(true, damage.problems().getFirst());
        }
    }

    private BlockReader open(Optional<RowIndex.Place> place, Set<Integer> columns, BlockSize size) throws IOException {
        BlockReader reader = codecs.of(shard.type().format()).open(dataset, shard, columns, size);
        if (place.isPresent() && reader instanceof SeekableReader seekable) {
            seekable.seek(place.get().start());
        }
        return reader;
    }

    /// What was counted so far.
    private final class Counter {

        private final List<BadRow> firstBad = new ArrayList<>();
        private long rows;
        private long badRows;
        private long bytesRead;

        void add(Block block, BlockReader reader) {
            rows += block.rows() + block.badRows().size();
            badRows += block.badRows().size();
            block.badRows().stream().limit(BAD_ROWS_KEPT - firstBad.size()).forEach(firstBad::add);
            bytesRead = reader.bytesRead();
            @Nullable BlockStart next = reader instanceof SeekableReader seekable ? seekable.start() : null;
            if (next != null) {
                index.add(new RowIndex.Place(rows, next));
            }
        }

        RowCount soFar(boolean complete, @Nullable Problem damage) {
            double share = complete ? 1 : Math.min(1, (double) bytesRead / Math.max(1, shard.bytes()));
            return new RowCount(rows, badRows, firstBad, share, complete, damage);
        }
    }
}
