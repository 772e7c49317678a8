package dev.millrace.performance.duckdb;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;

/// The same data as Parquet, a file for each shard, with DuckDB's own types, row groups and compression. Where 0 stands
/// for a missing value it becomes null.
final class ParquetCopy implements SqlWork {

    private final List<String> zeroIsMissing;

    ParquetCopy(List<String> zeroIsMissing) {
        this.zeroIsMissing = zeroIsMissing;
    }

    @Override
    public void run(Session session, Shards shards, Path target) throws SQLException, IOException {
        String nulls =
                zeroIsMissing.stream()
                        .map(column -> "nullif(" + column + ", 0) AS " + column)
                        .collect(Collectors.joining(", "));
        for (Path shard : shards.files()) {
            String name = shard.getFileName().toString().replace(".csv", ".parquet");
            session.run(
                    """
                    COPY (SELECT * REPLACE (%s) FROM read_csv(%s, header = true, delim = ',', quote = '"',
                          nullstr = ['', 'NA'], sample_size = -1)) TO %s (FORMAT parquet)
                    """
                            .formatted(nulls, Shards.quoted(shard), Shards.quoted(target.resolve(name))));
        }
    }
}
