package dev.millrace.performance.duckdb;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;

/// A work in SQL, written as somebody would who knows DuckDB.
interface SqlWork {

    /// Does it.
    ///
    /// @param target the output folder, with a folder for each split
    void run(Session session, Shards shards, Path target) throws SQLException, IOException;

    /// The output shard of an input shard; makes its folder.
    static Path output(Path target, String split, Path shard) throws IOException {
        return Files.createDirectories(target.resolve(split)).resolve(shard.getFileName().toString());
    }
}
