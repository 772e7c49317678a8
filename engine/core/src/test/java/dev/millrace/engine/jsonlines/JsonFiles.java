package dev.millrace.engine.jsonlines;

import dev.millrace.engine.block.Block;
import dev.millrace.engine.block.BlockReader;
import dev.millrace.engine.block.BlockSize;
import dev.millrace.engine.block.BlockWriter;
import dev.millrace.engine.block.Edits;
import dev.millrace.engine.dataset.Dataset;
import dev.millrace.engine.dataset.DatasetOptions;
import dev.millrace.engine.dataset.FileType;
import dev.millrace.engine.dataset.MissingTokens;
import dev.millrace.engine.dataset.Shard;
import dev.millrace.engine.dataset.ShardFormat;
import dev.millrace.engine.dataset.Split;
import dev.millrace.engine.format.DatasetReader;
import dev.millrace.engine.format.ShardCodecs;
import dev.millrace.engine.testing.Tree;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Single files read and written without a run.
final class JsonFiles {

    static final List<BlockSize> SIZES =
            List.of(
                    new BlockSize(1, 1),
                    new BlockSize(1, 1000),
                    new BlockSize(17, 3),
                    new BlockSize(100, 1000),
                    BlockSize.DEFAULT);

    private static final ShardCodecs CODECS = new ShardCodecs();

    private JsonFiles() {}

    /// Writes a text as the only shard of a new dataset and reads its columns.
    static Dataset dataset(Path folder, String ending, String text) {
        return dataset(folder, ending, text.getBytes(StandardCharsets.UTF_8));
    }

    static Dataset dataset(Path folder, String ending, byte[] content) {
        return dataset(Tree.write(folder.resolve("part-00001" + ending), content));
    }

    static Dataset dataset(Path file) {
        return new DatasetReader(CODECS).readAllRows(file, List.of(Split.TRAIN), Split.TRAIN, DatasetOptions.NONE);
    }

    /// The values of all rows, in schema order.
    static List<List<String>> values(Dataset dataset, BlockSize size) throws IOException {
        List<List<String>> rows = new ArrayList<>();
        scan(
                dataset,
                size,
                (block, edits) -> {
                    for (int row = 0; row < block.rows(); row++) {
                        int current = row;
                        rows.add(
                                IntStream.range(0, dataset.schema().size())
                                        .mapToObj(column -> block.column(column).text(current))
                                        .toList());
                    }
                });
        return rows;
    }

    /// The file with edits applied, in a format.
    static String written(Dataset dataset, ShardFormat format, BlockSize size, BiConsumer<Block, Edits> editor)
            throws IOException {
        ByteArrayOutputStream target = new ByteArrayOutputStream();
        FileType type = FileType.of(format, dataset.type().compression()).orElseThrow();
        try (BlockWriter writer =
                CODECS.of(format).output(dataset, type, Map.of(), MissingTokens.OF_PANDAS).create(target)) {
            scan(
                    dataset,
                    size,
                    (block, edits) -> {
                        editor.accept(block, edits);
                        try {
                            writer.write(block, edits, Split.TRAIN);
                        } catch (IOException impossible) {
                            throw new IllegalStateException(impossible);
                        }
                    });
        }
        return target.toString(StandardCharsets.UTF_8);
    }

    private static void scan(Dataset dataset, BlockSize size, BiConsumer<Block, Edits> use) throws IOException {
        Shard shard = dataset.shards().getFirst();
        Set<Integer> all = IntStream.range(0, dataset.schema().size()).boxed().collect(Collectors.toSet());
        Edits edits = new Edits();
        try (BlockReader reader = CODECS.of(shard.type().format()).open(dataset, shard, all, size)) {
            for (Block block = reader.next(); block != null; block = reader.next()) {
                if (!block.badRows().isEmpty()) {
                    throw block.badRows().getFirst().exception();
                }
                edits.clear(Split.TRAIN, block.rows());
                use.accept(block.rows() % 2 == 0 ? block : block.retained(), edits);
            }
        }
    }
}
