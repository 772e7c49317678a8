package dev.millrace.performance.duckdb;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// The shards of a folder, as SQL names them. Values of CSV are read as text: nothing is parsed that is not looked at,
/// and what is not looked at is written as it was.
public record Shards(Path folder, boolean parquet) {

    /// All shards as one table.
    ///
    /// @param withFile whether it has a column `filename`
    public String all(boolean withFile) {
        return scan(folder.resolve("*" + ending()), withFile);
    }

    /// One shard as a table.
    public String one(Path shard) {
        return scan(shard, false);
    }

    /// The files, in order.
    public List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(ending())).sorted().toList();
        }
    }

    /// A statement that writes the rows of a query to a new file.
    String copy(String query, Path target) {
        String options = parquet ? "(FORMAT parquet)" : "(FORMAT csv, HEADER)";
        return "COPY (" + query + ") TO " + quoted(target) + " " + options;
    }

    /// The type of a column that gets numbers: in CSV they are rendered once per distinct number, not once per cell.
    String numberType() {
        return parquet ? "DOUBLE" : "VARCHAR";
    }

    private String ending() {
        return parquet ? ".parquet" : ".csv";
    }

    private String scan(Path files, boolean withFile) {
        String file = withFile ? ", filename = true" : "";
        return parquet
                ? "read_parquet(" + quoted(files) + file + ")"
                : "read_csv("
                        + quoted(files)
                        + ", header = true, delim = ',', quote = '\"', all_varchar = true, nullstr = ['', 'NA']"
                        + file
                        + ")";
    }

    /// A text as an SQL literal.
    static String quoted(Object text) {
        return "'" + text.toString().replace("'", "''") + "'";
    }
}
