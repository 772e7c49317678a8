package dev.millrace.engine.strategy;

import dev.millrace.engine.dataset.ShardKey;
import dev.millrace.engine.dataset.Split;
import dev.millrace.engine.problem.Place;
import dev.millrace.engine.problem.Problem;
import dev.millrace.engine.stats.SummaryInput;
import dev.millrace.engine.stats.SummaryOutput;

import java.io.IOException;

/// How summaries write what they have in common beyond numbers and texts.
public final class SummaryParts {

    private SummaryParts() {}

    public static void write(Split split, SummaryOutput out) throws IOException {
        out.text(split.folder());
    }

    public static Split readSplit(SummaryInput in) throws IOException {
        String folder = in.text();
        return Split.named(folder).orElseThrow(() -> in.damaged("there is no split of this name"));
    }

    public static void write(ShardKey shard, SummaryOutput out) throws IOException {
        write(shard.split(), out);
        out.count(shard.number());
    }

    public static ShardKey readShard(SummaryInput in) throws IOException {
        return new ShardKey(readSplit(in), in.count(Integer.MAX_VALUE));
    }

    public static void write(Place place, SummaryOutput out) throws IOException {
        out.text(place.source());
        out.count(place.line());
        out.textOrNull(place.column());
    }

    public static Place readPlace(SummaryInput in) throws IOException {
        return new Place(in.text(), in.count(), in.textOrNull());
    }

    public static void write(Problem problem, SummaryOutput out) throws IOException {
        write(problem.place(), out);
        out.text(problem.finding());
        out.text(problem.remedy());
    }

    public static Problem readProblem(SummaryInput in) throws IOException {
        return new Problem(readPlace(in), in.text(), in.text());
    }
}
