package dev.millrace.engine.dataset;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// How the rows of a shard are written, told by the ending of its file name.
public enum ShardFormat {
    /// Comma-separated values, RFC 4180.
    CSV(".csv");

    private final String ending;

    ShardFormat(String ending) {
        this.ending = ending;
    }

    /// The ending of file names, with its dot.
    public String ending() {
        return ending;
    }

    public static Optional<ShardFormat> ofFileName(String name) {
        return Arrays.stream(values()).filter(format -> name.endsWith(format.ending)).findFirst();
    }

    public static List<String> endings() {
        return Arrays.stream(values()).map(ShardFormat::ending).toList();
    }
}
