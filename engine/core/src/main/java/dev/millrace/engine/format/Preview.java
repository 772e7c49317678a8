package dev.millrace.engine.format;

import dev.millrace.engine.block.BadRow;
import dev.millrace.engine.block.Block;
import dev.millrace.engine.block.BlockReader;
import dev.millrace.engine.block.BlockSize;
import dev.millrace.engine.block.Column;
import dev.millrace.engine.dataset.Dataset;
import dev.millrace.engine.dataset.Shard;
import dev.millrace.engine.problem.StorageException;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// The first rows of a shard as texts.
///
/// @param shard which shard
/// @param columns names, in schema order
/// @param rows cells of each row, in schema order; `…` in columns that can only be passed through
/// @param badRows rows among them, or before the next one, that are none
public record Preview(Shard shard, List<String> columns, List<List<String>> rows, List<BadRow> badRows) {

    private static final String OPAQUE = "…";
    private static final BlockSize SMALL = new BlockSize(64 << 10, 1 << 10);

    /// Reads no more of the shard than it must, and not beyond a stretch of bad rows only.
    ///
    /// @throws dev.millrace.engine.problem.EngineException if the shard cannot be read
    public static Preview of(ShardCodecs codecs, Dataset dataset, Shard shard, int mostRows) {
        List<String> columns = dataset.schema().columns();
        List<List<String>> rows = new ArrayList<>();
        List<BadRow> badRows = new ArrayList<>();
        Set<Integer> positions =
                IntStream.range(0, columns.size())
                        .filter(position -> !dataset.opaque().containsKey(columns.get(position)))
                        .boxed()
                        .collect(Collectors.toSet());
        try (BlockReader reader = codecs.of(shard.type().format()).open(dataset, shard, positions, SMALL)) {
            boolean more = true;
            while (more) {
                Block block = reader.next();
                if (block != null) {
                    addRows(block, positions, columns.size(), mostRows, rows);
                    badRows.addAll(block.badRows());
                }
                more = block != null && block.rows() > 0 && rows.size() < mostRows;
            }
        } catch (IOException failure) {
            throw StorageException.reading(shard.file(), failure);
        }
        return new Preview(shard, columns, rows, badRows);
    }

    private static void addRows(
            Block block, Set<Integer> positions, int columns, int mostRows, List<List<String>> rows) {
        List<Optional<Column>> views =
                IntStream.range(0, columns)
                        .mapToObj(position ->
                                positions.contains(position)
                                        ? Optional.of(block.column(position))
                                        : Optional.<Column>empty())
                        .toList();
        for (int row = 0; row < block.rows() && rows.size() < mostRows; row++) {
            int current = row;
            rows.add(views.stream().map(view -> view.map(column -> column.text(current)).orElse(OPAQUE)).toList());
        }
    }
}
