package dev.millrace.engine.parquet;

import dev.millrace.engine.block.Block;
import dev.millrace.engine.block.BlockReader;
import dev.millrace.engine.block.BlockSize;
import dev.millrace.engine.dataset.Dataset;
import dev.millrace.engine.dataset.Split;
import dev.millrace.engine.format.DatasetReader;
import dev.millrace.engine.format.ShardCodecs;
import dev.millrace.engine.parquet.Reference.Triple;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Parquet files as the engine reads them.
final class Ours {

    private Ours() {}

    static Dataset dataset(Path path) {
        return new DatasetReader(new ShardCodecs()).read(path, List.of(Split.TRAIN), Split.TRAIN);
    }

    /// All triples of every leaf column, by its path.
    static Map<String, List<Triple>> triples(Path file, BlockSize size) throws IOException {
        Dataset dataset = dataset(file);
        Map<String, List<Triple>> triples = new LinkedHashMap<>();
        ShardLeaves.of(ShardFooter.read(file), dataset.schema(), Set.of())
                .all()
                .forEach(leaf -> triples.put(leaf.name(), new ArrayList<>()));
        try (BlockReader reader = new ParquetCodec().open(dataset, dataset.shards().getFirst(), Set.of(), size)) {
            for (Block block = reader.next(); block != null; block = reader.next()) {
                addTriples((ParquetBlock) block, triples);
            }
        }
        return triples;
    }

    /// Adds the triples of a block to those of the blocks before.
    static void addTriples(ParquetBlock block, Map<String, List<Triple>> triples) {
        for (int position = 0; position < block.shard().fields().size(); position++) {
            for (int i = 0; i < block.shard().leaves(position).size(); i++) {
                LeafValues values = block.values(position, i);
                add(values, triples.computeIfAbsent(values.leaf.name(), _ -> new ArrayList<>()));
            }
        }
    }

    private static void add(LeafValues values, List<Triple> into) {
        for (int i = 0; i < values.triples; i++) {
            Object value = "null";
            if (!values.isNull(i)) {
                value = values.leaf.isBytes() ? Arrays.toString(bytes(values, i)) : (Object) values.bits(i);
            }
            into.add(
                    new Triple(
                            value, values.leaf.maxRepetition() == 0 ? 0 : values.repetition[i], values.definition(i)));
        }
    }

    private static byte[] bytes(LeafValues values, int triple) {
        LeafDictionary dictionary = values.dictionaryOf(triple);
        LeafValues holder = dictionary == null ? values : dictionary.entries();
        int slot = dictionary == null ? triple : values.ids[triple];
        return Arrays.copyOfRange(holder.pool, holder.start[slot], holder.end[slot]);
    }

    /// The cells of every column that can be looked at, by its name.
    static Map<String, List<String>> texts(Path file, BlockSize size) throws IOException {
        Dataset dataset = dataset(file);
        Set<Integer> positions =
                IntStream.range(0, dataset.schema().size())
                        .filter(position -> !dataset.opaque().containsKey(dataset.schema().name(position)))
                        .boxed()
                        .collect(Collectors.toSet());
        Map<String, List<String>> texts = new LinkedHashMap<>();
        positions.forEach(position -> texts.put(dataset.schema().name(position), new ArrayList<>()));
        try (BlockReader reader = new ParquetCodec().open(dataset, dataset.shards().getFirst(), positions, size)) {
            for (Block block = reader.next(); block != null; block = reader.next()) {
                for (int position : positions) {
                    for (int row = 0; row < block.rows(); row++) {
                        texts.get(dataset.schema().name(position)).add(block.column(position).text(row));
                    }
                }
            }
        }
        return texts;
    }
}
