package dev.millrace.engine.text;

import dev.millrace.engine.block.BlockReader;
import dev.millrace.engine.block.BlockSize;
import dev.millrace.engine.block.ColumnChange;
import dev.millrace.engine.block.Readers;
import dev.millrace.engine.block.ShardCodec;
import dev.millrace.engine.dataset.Dataset;
import dev.millrace.engine.dataset.Dialect;
import dev.millrace.engine.dataset.FileType;
import dev.millrace.engine.dataset.LineEnd;
import dev.millrace.engine.dataset.MissingTokens;
import dev.millrace.engine.dataset.Shard;
import dev.millrace.engine.dataset.ShardFormat;
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

/// Delimited text: comma-separated values, tab-separated values, and their kin. Each dataset says its dialect.
///
/// What is written has the dialect of the input if the format stays, else the usual one of its format. Lines before the
/// header, comments, blank lines and byte order marks are not copied. A dataset without a header is written without
/// one.
public final class CsvCodec implements ShardCodec {

    @Override
    public Optional<List<String>> columns(Shard shard) throws IOException {
        return columns(shard, Dialect.usual(shard.type().format()));
    }

    /// The column names of a shard; `c1`, `c2`, … if it has no header. Empty if it holds no record.
    ///
    /// @throws dev.millrace.engine.problem.DataException if the header cannot be read
    public Optional<List<String>> columns(Shard shard, Dialect dialect) throws IOException {
        return TextHeader.of(shard, dialect).map(TextHeader::columns);
    }

    @Override
    public BlockReader open(Dataset dataset, Shard shard, Set<Integer> columns, BlockSize size) throws IOException {
        Optional<TextLayout> layout = layout(dataset, shard, columns);
        return layout.isEmpty() ? new EmptyShardReader(shard) : new TextBlockReader(layout.get(), size);
    }

    @Override
    public BlockReader openAhead(Dataset dataset, Shard shard, Set<Integer> columns, BlockSize size, Readers readers)
            throws IOException {
        if (!dataset.dialect().isPlain()) {
            return ShardCodec.super.openAhead(dataset, shard, columns, size, readers);
        }
        Optional<TextLayout> layout = layout(dataset, shard, columns);
        return layout.isEmpty() ? new EmptyShardReader(shard) : new TextRows(layout.get(), size).open(readers);
    }

    /// Where a shard's columns are; empty if it holds no record.
    private static Optional<TextLayout> layout(Dataset dataset, Shard shard, Set<Integer> columns) throws IOException {
        Dialect dialect = dataset.dialect();
        Optional<TextHeader> header = TextHeader.of(shard, dialect);
        if (header.isEmpty()) {
            return Optional.empty();
        }
        TextHeader named = dialect.header() ? header.get() : header.get().named(dataset.schema().columns());
        requireKnownColumns(dataset, shard, named.columns());
        boolean inSchemaOrder = named.columns().equals(dataset.schema().columns());
        Set<Integer> kept =
                inSchemaOrder
                        ? columns
                        : IntStream.range(0, dataset.schema().size()).boxed().collect(Collectors.toSet());
        return Optional.of(new TextLayout(shard, named, dataset.schema(), kept, dialect));
    }

    /// The columns of every shard were looked at when the dataset was opened.
    private static void requireKnownColumns(Dataset dataset, Shard shard, List<String> columns) {
        Set<String> known = Set.copyOf(dataset.schema().columns());
        boolean fit = dataset.union() ? known.containsAll(columns) : known.equals(Set.copyOf(columns));
        if (!fit) {
            throw new DataException(
                    new Problem(
                            Place.of(shard.file()).atLine(1),
                            "the columns changed while the run was reading the dataset",
                            "Wait until nothing writes to the dataset, then run again"));
        }
    }

    @Override
    public Output output(Dataset dataset, FileType type, Map<Integer, ColumnChange> changes, MissingTokens missing)
            throws IOException {
        Dialect dialect = outputDialect(dataset, type.format());
        byte[] header = header(dataset, type.format(), dialect);
        int columns = dataset.schema().size();
        return target ->
                new TextBlockWriter(CompressedOutput.over(target, type.compression()), header, columns, dialect);
    }

    private static Dialect outputDialect(Dataset dataset, ShardFormat format) {
        ShardFormat input = dataset.type().format();
        if (input == format) {
            return dataset.dialect().inMemory();
        }
        boolean delimited = input == ShardFormat.CSV || input == ShardFormat.TSV;
        boolean header = !delimited || dataset.dialect().header();
        return Dialect.usual(format).withHeader(header, 0).withLineEnd(LineEnd.LF);
    }

    /// As the first shard has it, if it has the columns of the dataset.
    private static byte[] header(Dataset dataset, ShardFormat format, Dialect dialect) throws IOException {
        if (!dialect.header()) {
            return new byte[0];
        }
        if (dataset.type().format() == format) {
            for (Shard shard : dataset.shards()) {
                Optional<TextHeader> header = TextHeader.of(shard, dataset.dialect());
                if (header.isPresent()) {
                    boolean same = header.get().columns().equals(dataset.schema().columns());
                    return same ? header.get().raw() : new CellWriter(dialect).record(dataset.schema().columns());
                }
            }
        }
        return new CellWriter(dialect).record(dataset.schema().columns());
    }
}
