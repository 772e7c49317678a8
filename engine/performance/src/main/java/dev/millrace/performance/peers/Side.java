package dev.millrace.performance.peers;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// Somebody who does the work.
interface Side {

    /// Such as `duckdb` or `streaming -Xmx128m`.
    String name();

    /// What to start.
    ///
    /// @param recipe the work as a Millrace recipe that names `output`
    List<String> command(Task task, Path recipe, Path output);

    /// Environment variables to start it with.
    Map<String, String> environment();
}
