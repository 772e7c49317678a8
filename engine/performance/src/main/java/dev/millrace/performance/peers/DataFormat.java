package dev.millrace.performance.peers;

import java.util.Locale;

/// How the shards are written.
enum DataFormat {
    CSV,
    PARQUET;

    String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
