package dev.millrace.engine.run;

import dev.millrace.engine.problem.Problem;

import java.util.List;

/// Bad rows of one shard that were left out.
///
/// @param rows how many
/// @param first what is wrong with the first of them
record Rejections(long rows, List<Problem> first) {

    static final Rejections NONE = new Rejections(0, List.of());

    Rejections {
        first = List.copyOf(first);
    }
}
