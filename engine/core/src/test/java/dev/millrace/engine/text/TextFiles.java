package dev.millrace.engine.text;

import dev.millrace.engine.block.BadRow;
import dev.millrace.engine.block.Block;
import dev.millrace.engine.block.BlockReader;
import dev.millrace.engine.block.BlockSize;
import dev.millrace.engine.block.BlockWriter;
import dev.millrace.engine.block.Edits;
import dev.millrace.engine.dataset.Compression;
import dev.millrace.engine.dataset.Dataset;
import dev.millrace.engine.dataset.DatasetOptions;
import dev.millrace.engine.dataset.FileType;
import dev.millrace.engine.dataset.MissingTokens;
import dev.millrace.engine.dataset.Shard;
import dev.millrace.engine.dataset.Split;
import dev.millrace.engine.format.DatasetReader;
import dev.millrace.engine.format.ShardCodecs;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Reads and writes datasets of text without a run.
final class TextFiles {

    private static final CsvCodec CODEC = new CsvCodec();

    private TextFiles() {}

    static Dataset open(Path path, DatasetOptions options) {
        return new DatasetReader(new ShardCodecs()).read(path, List.of(Split.TRAIN), Split.TRAIN, options);
    }

    static byte[] compressed(byte[] text, Compression compression) throws IOException {
        ByteArrayOutputStream target = new ByteArrayOutputStream();
        try (OutputStream out = CompressedOutput.over(target, compression)) {
            out.write(text);
        }
        return target.toByteArray();
    }

    static byte[] decompressed(Path file, Compression compression) throws IOException {
        try (ShardInput input = ShardInput.open(file, compression)) {
            return input.readAllBytes();
        }
    }

    /// The values of all rows of all shards.
    static List<List<String>> values(Dataset dataset, BlockSize size) throws IOException {
        List<List<String>> rows = new ArrayList<>();
        for (Shard shard : dataset.shards()) {
            try (BlockReader reader = CODEC.open(dataset, shard, all(dataset), size)) {
                for (Block block = reader.next(); block != null; block = reader.next()) {
                    Block current = block;
                    for (int row = 0; row < block.rows(); row++) {
                        int at = row;
                        rows.add(all(dataset).stream().map(column -> current.column(column).text(at)).toList());
                    }
                }
            }
        }
        return rows;
    }

    /// What a scan of a dataset finds.
    record Scan(long rows, List<BadRow> badRows) {}

    /// Reads every row, as a run does that copies them.
    static Scan scan(Dataset dataset) throws IOException {
        long rows = 0;
        List<BadRow> badRows = new ArrayList<>();
        for (Shard shard : dataset.shards()) {
            try (BlockReader reader = CODEC.open(dataset, shard, Set.of(), BlockSize.DEFAULT)) {
                for (Block block = reader.next(); block != null; block = reader.next()) {
                    rows += block.rows();
                    badRows.addAll(block.badRows());
                }
            }
        }
        return new Scan(rows, badRows);
    }

    /// The dataset as one file of a type, without edits.
    static byte[] written(Dataset dataset, FileType type, BlockSize size) throws IOException {
        return written(dataset, type, size, (_, _) -> {});
    }

    /// The dataset as one file of a type.
    ///
    /// @param editor edits each block
    static byte[] written(Dataset dataset, FileType type, BlockSize size, BiConsumer<Block, Edits> editor)
            throws IOException {
        ByteArrayOutputStream target = new ByteArrayOutputStream();
        Edits edits = new Edits();
        try (BlockWriter writer = CODEC.output(dataset, type, Map.of(), MissingTokens.OF_PANDAS).create(target)) {
            for (Shard shard : dataset.shards()) {
                try (BlockReader reader = CODEC.open(dataset, shard, all(dataset), size)) {
                    for (Block block = reader.next(); block != null; block = reader.next()) {
                        edits.clear(shard.split(), block.rows());
                        editor.accept(block, edits);
                        writer.write(block, edits, shard.split());
                    }
                }
            }
        }
        return target.toByteArray();
    }

    private static Set<Integer> all(Dataset dataset) {
        return IntStream.range(0, dataset.schema().size()).boxed().collect(Collectors.toCollection(TreeSet::new));
    }
}
