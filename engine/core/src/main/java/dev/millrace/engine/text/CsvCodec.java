package dev.millrace.engine.text;

import dev.millrace.engine.block.BlockReader;
import dev.millrace.engine.block.BlockSize;
import dev.millrace.engine.block.ColumnChange;
import dev.millrace.engine.block.ShardCodec;
import dev.millrace.engine.dataset.Dataset;
import dev.millrace.engine.dataset.Dialect;
import dev.millrace.engine.dataset.FileType;
import dev.millrace.engine.dataset.Shard;
import dev.millrace.engine.problem.DataException;
import dev.millrace.engine.problem.Place;
import dev.millrace.engine.problem.Problem;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Comma-separated values.
public final class CsvCodec implements ShardCodec {

    private final Dialect dialect = Dialect.CSV;

    @Override
    public Optional<List<String>> columns(Shard shard) throws IOException {
        return TextHeader.of(shard, dialect).map(TextHeader::columns);
    }

    @Override
    public BlockReader open(Dataset dataset, Shard shard, Set<Integer> columns, BlockSize size) throws IOException {
        Optional<TextHeader> header = TextHeader.of(shard, dialect);
        if (header.isEmpty()) {
            return new EmptyShardReader(shard);
        }
        if (!Set.copyOf(header.get().columns()).equals(Set.copyOf(dataset.schema().columns()))) {
            throw new DataException(
                    new Problem(
                            Place.of(shard.file()).atLine(1),
                            "the columns changed while the run was reading the dataset",
                            "Wait until nothing writes to the dataset, then run again"));
        }
        boolean inSchemaOrder = header.get().columns().equals(dataset.schema().columns());
        Set<Integer> kept =
                inSchemaOrder
                        ? columns
                        : IntStream.range(0, dataset.schema().size()).boxed().collect(Collectors.toSet());
        return new TextBlockReader(shard, header.get(), dataset.schema(), kept, dialect, size);
    }

    @Override
    public Output output(Dataset dataset, FileType type, Map<Integer, ColumnChange> changes) throws IOException {
        for (Shard shard : dataset.shards()) {
            Optional<TextHeader> header = TextHeader.of(shard, dialect);
            if (header.isPresent()) {
                return target -> new TextBlockWriter(target, header.get(), dialect);
            }
        }
        throw new IllegalStateException("a dataset without any header has no schema");
    }
}
