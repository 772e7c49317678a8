package dev.millrace.engine.parquet;

import dev.millrace.engine.block.BlockReader;
import dev.millrace.engine.block.BlockSize;
import dev.millrace.engine.block.ColumnChange;
import dev.millrace.engine.block.Readers;
import dev.millrace.engine.block.ShardCodec;
import dev.millrace.engine.dataset.Compression;
import dev.millrace.engine.dataset.Dataset;
import dev.millrace.engine.dataset.FileType;
import dev.millrace.engine.dataset.MissingTokens;
import dev.millrace.engine.dataset.Schema;
import dev.millrace.engine.dataset.Shard;
import dev.millrace.engine.dataset.ShardFormat;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Apache Parquet. Columns are the top-level fields of the schema.
public final class ParquetCodec implements ShardCodec {

    @Override
    public Optional<List<String>> columns(Shard shard) throws IOException {
        ShardFooter footer = ShardFooter.read(shard.file());
        return Optional.of(Fields.of(shard.file(), footer.schema()).names());
    }

    @Override
    public Map<String, String> opaque(List<Shard> shards, Schema schema) throws IOException {
        return UnitedSchema.of(shards, schema).opaque();
    }

    @Override
    public BlockReader open(Dataset dataset, Shard shard, Set<Integer> columns, BlockSize size) throws IOException {
        ShardFile file = new ShardFile(shard.file());
        try {
            ShardLeaves leaves = ShardLeaves.of(ShardFooter.read(file), dataset.schema(), columns);
            return new ParquetBlockReader(file, leaves, size);
        } catch (RuntimeException failure) {
            file.close();
            throw failure;
        }
    }

    /// Blocks of Parquet are read where they are used: what of them is copied as it lies comes from the file.
    @Override
    public BlockReader openAhead(Dataset dataset, Shard shard, Set<Integer> columns, BlockSize size, Readers readers)
            throws IOException {
        return open(dataset, shard, columns, size);
    }

    @Override
    public Output output(Dataset dataset, FileType type, Map<Integer, ColumnChange> changes, MissingTokens missing)
            throws IOException {
        boolean fromParquet = dataset.type().format() == ShardFormat.PARQUET;
        OutputSchema schema =
                fromParquet
                        ? OutputSchema.of(
                                UnitedSchema.of(dataset.shards(), dataset.schema()), dataset.schema(), changes)
                        : OutputSchema.ofTexts(dataset.schema(), changes);
        boolean keepsCodecs = fromParquet && type.equals(dataset.type());
        return new ParquetOutput(schema, dataset.schema(), keepsCodecs ? null : codec(type.compression()));
    }

    private static @Nullable PageCodec codec(Compression compression) {
        return switch (compression) {
            case PER_COLUMN -> null;
            case NONE -> PageCodec.UNCOMPRESSED;
            case SNAPPY -> PageCodec.SNAPPY;
            case ZSTD -> PageCodec.ZSTD;
            case GZIP -> PageCodec.GZIP;
        };
    }
}
