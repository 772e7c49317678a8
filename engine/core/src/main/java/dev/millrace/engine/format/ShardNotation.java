package dev.millrace.engine.format;

import dev.millrace.engine.block.ShardCodec;
import dev.millrace.engine.dataset.DatasetOptions;
import dev.millrace.engine.dataset.Dialect;
import dev.millrace.engine.dataset.Shard;
import dev.millrace.engine.dataset.ShardFormat;
import dev.millrace.engine.problem.DataException;
import dev.millrace.engine.problem.Place;
import dev.millrace.engine.problem.Problem;
import dev.millrace.engine.problem.StorageException;
import dev.millrace.engine.text.DialectDetector;
import dev.millrace.engine.text.Signature;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// How the shards of a dataset are written, and so what their columns are.
///
/// @param names of the columns when the shards do not name them; empty if they do
record ShardNotation(
        ShardCodecs codecs, Dialect dialect, List<String> names, List<String> findings, List<String> warnings) {

    /// Finds out by looking at a few shards.
    ///
    /// @throws DataException if what is said of the dataset and what is found do not go together
    static ShardNotation of(List<Shard> shards, DatasetOptions options, ShardCodecs codecs) {
        ShardFormat format = shards.getFirst().type().format();
        if (format != ShardFormat.CSV && format != ShardFormat.TSV) {
            return new ShardNotation(codecs, Dialect.CSV, List.of(), List.of(), List.of());
        }
        List<String> signature = options.signature() == null ? List.of() : Signature.read(options.signature());
        Optional<DialectDetector.Detected> detected;
        try {
            detected = new DialectDetector(options.dialect(), signature).detect(shards);
        } catch (IOException failure) {
            throw StorageException.reading(shards.getFirst().file(), failure);
        }
        if (detected.isEmpty()) {
            return new ShardNotation(codecs, Dialect.usual(format), List.of(), List.of(), List.of());
        }
        Dialect dialect = detected.get().dialect();
        List<String> findings = detected.get().findings();
        if (dialect.header()) {
            return new ShardNotation(codecs, dialect, List.of(), findings, List.of());
        }
        int columns = detected.get().columns();
        if (signature.isEmpty()) {
            List<String> numbered = IntStream.rangeClosed(1, columns).mapToObj(number -> "c" + number).toList();
            String warning =
                    "The shards have no header, so the columns are named c1 to c"
                            + columns
                            + "; dataset.signature can name them";
            return new ShardNotation(codecs, dialect, numbered, findings, List.of(warning));
        }
        if (signature.size() != columns) {
            throw new DataException(
                    new Problem(
                            Place.of(String.valueOf(options.signature())),
                            "the signature names " + signature.size() + " columns but the shards have " + columns,
                            "Name every column, in the order of the shards; or check the delimiter"));
        }
        return new ShardNotation(codecs, dialect, signature, findings, List.of());
    }

    /// The columns of a shard; empty if it holds no record.
    ///
    /// @param allRows whether every row is looked through if each names its columns
    Optional<List<String>> columns(Shard shard, boolean allRows) throws IOException {
        ShardFormat format = shard.type().format();
        if (format != ShardFormat.CSV && format != ShardFormat.TSV) {
            ShardCodec codec = codecs.of(format);
            return allRows ? codec.columnsOfAllRows(shard) : codec.columns(shard);
        }
        Optional<List<String>> columns = codecs.delimited().columns(shard, dialect);
        return dialect.header() ? columns : columns.map(_ -> names);
    }
}
