package dev.millrace.engine.strategy.impute;

import dev.millrace.engine.block.Block;
import dev.millrace.engine.block.BlockReader;
import dev.millrace.engine.block.BlockSize;
import dev.millrace.engine.dataset.Dataset;
import dev.millrace.engine.dataset.MissingTokens;
import dev.millrace.engine.dataset.Shard;
import dev.millrace.engine.dataset.Split;
import dev.millrace.engine.format.ShardCodecs;
import dev.millrace.engine.strategy.Subject;
import dev.millrace.engine.testing.OneShard;
import dev.millrace.engine.testing.Tree;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Values of columns as a dataset, cut into shards and blocks in any way.
///
/// @param columns names
/// @param rows values by row and column
record Cells(List<String> columns, List<List<String>> rows) {

    private static final ShardCodecs CODECS = new ShardCodecs();

    /// One column.
    static Cells column(String name, List<String> values) {
        return new Cells(List.of(name), values.stream().map(List::of).toList());
    }

    List<String> column(String name) {
        int position = columns.indexOf(name);
        return rows.stream().map(row -> row.get(position)).toList();
    }

    Dataset write(Path folder, int shards) {
        for (int shard = 0; shard < shards; shard++) {
            int from = (int) ((long) rows.size() * shard / shards);
            int to = (int) ((long) rows.size() * (shard + 1) / shards);
            Tree.write(folder.resolve("part-" + (shard + 1) + ".csv"), text(rows.subList(from, to)));
        }
        return OneShard.read(folder);
    }

    private String text(List<List<String>> some) {
        return line(columns) + some.stream().map(Cells::line).collect(Collectors.joining());
    }

    private static String line(List<String> values) {
        return values.stream().map(value -> '"' + value.replace("\"", "\"\"") + '"').collect(Collectors.joining(","))
                + "\n";
    }

    /// The blocks of every shard, each owning its memory.
    static List<List<Block>> blocks(Dataset dataset, int rowsOfBlock) {
        List<List<Block>> shards = new ArrayList<>();
        for (Shard shard : dataset.shards()) {
            shards.add(blocks(dataset, shard, new BlockSize(1 << 16, rowsOfBlock)));
        }
        return shards;
    }

    private static List<Block> blocks(Dataset dataset, Shard shard, BlockSize size) {
        Set<Integer> all = IntStream.range(0, dataset.schema().size()).boxed().collect(Collectors.toSet());
        List<Block> blocks = new ArrayList<>();
        try (BlockReader reader = CODECS.of(shard.type().format()).open(dataset, shard, all, size)) {
            for (Block block = reader.next(); block != null; block = reader.next()) {
                blocks.add(block.retained());
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return blocks;
    }

    static Subject subject(Dataset dataset, MissingTokens missing) {
        return new Subject("data", dataset.schema(), null, missing, Set.of(Split.TRAIN), true, 42, true);
    }
}
