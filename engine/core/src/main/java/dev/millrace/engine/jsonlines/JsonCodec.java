package dev.millrace.engine.jsonlines;

import dev.millrace.engine.block.BadRow;
import dev.millrace.engine.block.Block;
import dev.millrace.engine.block.BlockReader;
import dev.millrace.engine.block.BlockSize;
import dev.millrace.engine.block.ColumnChange;
import dev.millrace.engine.block.Readers;
import dev.millrace.engine.block.ShardCodec;
import dev.millrace.engine.dataset.Dataset;
import dev.millrace.engine.dataset.FileType;
import dev.millrace.engine.dataset.MissingTokens;
import dev.millrace.engine.dataset.Shard;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// JSON Lines, or arrays of objects. The columns are the keys of the rows' objects, `__DOT__` read as a dot. Rows may
/// have different keys: a key that a row lacks is a missing value.
///
/// - A text is its characters, a number its notation, `true` and `false` are these texts, an object or an array inside
///   a row is its notation. `null` is missing, and so are an empty text and a missing token.
/// - What nobody edits keeps its exact bytes: spacing, order of keys, notation of numbers, escapes, and keys that no
///   one knew of when the run was planned. A new value replaces the old one's bytes; if the row lacks the key, key and
///   value are added after its last one.
/// - Every row of JSON Lines that is written ends with a line break. An array is written as `[`, its rows with `,` and
///   a line feed between them, and `]`, each bracket on a line of its own.
public final class JsonCodec implements ShardCodec {

    private static final int SAMPLE_BYTES = 1 << 20;

    private final Framing framing;

    private JsonCodec(Framing framing) {
        this.framing = framing;
    }

    /// One object per line: `.jsonl`.
    public static JsonCodec lines() {
        return new JsonCodec(Framing.LINES);
    }

    /// One array of objects: `.json`.
    public static JsonCodec array() {
        return new JsonCodec(Framing.ARRAY);
    }

    /// The keys in the first MiB of a shard, in order of appearance. Bad rows are passed over unless there is no other:
    /// what is to be done with them is said for the run.
    @Override
    public Optional<List<String>> columns(Shard shard) throws IOException {
        return keys(shard, SAMPLE_BYTES);
    }

    @Override
    public Optional<List<String>> columnsOfAllRows(Shard shard) throws IOException {
        return keys(shard, Long.MAX_VALUE);
    }

    private Optional<List<String>> keys(Shard shard, long mostBytes) throws IOException {
        JsonLayout layout = JsonLayout.ofKeys(shard, framing);
        try (JsonBlockReader reader = new JsonBlockReader(layout, BlockSize.DEFAULT)) {
            boolean anyRow = false;
            BadRow firstBad = null;
            Block block = reader.next();
            while (block != null) {
                anyRow |= block.rows() > 0;
                firstBad = firstBad == null && !block.badRows().isEmpty() ? block.badRows().getFirst() : firstBad;
                block = reader.textRead() < mostBytes ? reader.next() : null;
            }
            if (!anyRow && firstBad != null) {
                throw firstBad.exception();
            }
            return anyRow ? Optional.of(reader.columns()) : Optional.empty();
        }
    }

    @Override
    public BlockReader open(Dataset dataset, Shard shard, Set<Integer> columns, BlockSize size) throws IOException {
        return new JsonBlockReader(JsonLayout.of(dataset.schema(), shard, framing, columns), size);
    }

    @Override
    public BlockReader openAhead(Dataset dataset, Shard shard, Set<Integer> columns, BlockSize size, Readers readers)
            throws IOException {
        return switch (framing) {
            case LINES -> new JsonRows(JsonLayout.of(dataset.schema(), shard, framing, columns), size).open(readers);
            case ARRAY -> ShardCodec.super.openAhead(dataset, shard, columns, size, readers);
        };
    }

    @Override
    public Output output(Dataset dataset, FileType type, Map<Integer, ColumnChange> changes, MissingTokens missing) {
        return target ->
                new JsonBlockWriter(
                        new RowOutput(target, framing, type.compression()), dataset.schema().columns(), missing);
    }
}
