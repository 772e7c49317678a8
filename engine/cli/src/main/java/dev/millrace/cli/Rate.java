package dev.millrace.cli;

import dev.millrace.engine.recipe.RunSettings;

/// How fast a run may read.
///
/// @param mb most MiB in a second, 0 for any
/// @param rows most rows in a second, 0 for any
record Rate(int mb, long rows) {

    RunSettings limit(RunSettings settings) {
        return settings.withRateLimits(mb, rows);
    }
}
