package dev.millrace.app.run;

import dev.millrace.app.text.Figures;
import dev.millrace.app.text.Texts;
import dev.millrace.engine.run.RunEvent.MemoryPressure;

import java.time.Duration;
import java.util.List;

/// Tells lanes in words.
final class LanesWords {

    private static final int LEAST_LETTERS = 8;

    private final Texts texts;
    private final Figures figures;

    LanesWords(Texts texts, Figures figures) {
        this.texts = texts;
        this.figures = figures;
    }

    String heap() {
        return texts.of("run.lanes.heap");
    }

    /// What a busy worker is at, in so many letters.
    String busy(RunTrace trace, int number, int letters) {
        Lane lane = trace.lanes().lanes().get(number);
        String figure =
                texts.of(
                        "run.lanes.figures",
                        figures.percent(lane.share()),
                        figures.bytesPerSecond(lane.rate(trace.lanes().now())));
        String name = trace.board().name(lane.shard(lane.spans() - 1));
        int room = Math.max(LEAST_LETTERS, letters - figure.length() - 3);
        return texts.of("run.lanes.busy", name.length() <= room ? name : "…" + tail(name, room - 1), figure);
    }

    private static String tail(String name, int letters) {
        return name.substring(name.length() - letters);
    }

    /// What a worker that rests has done.
    String resting(RunTrace trace, int number) {
        Lane lane = trace.lanes().lanes().get(number);
        long now = trace.lanes().now();
        if (trace.lanes().isLive()) {
            return texts.of("run.lanes.idle");
        }
        double share = now == 0 ? 0 : Math.min(1, (double) lane.busy(now).toMillis() / now);
        return texts.of("run.lanes.done", lane.done(), figures.percent(share));
    }

    /// A lane by itself.
    String lane(RunTrace trace, int number) {
        Lane lane = trace.lanes().lanes().get(number);
        String state = lane.isBusy() ? busy(trace, number, Integer.MAX_VALUE) : resting(trace, number);
        return texts.of("run.lanes.lane", number + 1, state);
    }

    /// One span of a lane.
    String span(RunTrace trace, int number, int span) {
        Lane lane = trace.lanes().lanes().get(number);
        long millis = lane.end(span, trace.lanes().now()) - lane.start(span);
        return texts.of(
                "run.lanes.span",
                number + 1,
                trace.board().name(lane.shard(span)),
                lane.pass(span) + 1,
                figures.duration(Duration.ofMillis(millis)),
                outcome(lane.outcome(span)));
    }

    private String outcome(Lane.Outcome outcome) {
        return texts.of(
                switch (outcome) {
                    case OPEN -> "run.lanes.span.open";
                    case DONE -> "run.lanes.span.done";
                    case FAILED -> "run.lanes.span.failed";
                    case STOPPED -> "run.lanes.span.stopped";
                });
    }

    /// Whether the run holds or held itself back.
    String memory(LaneBoard board) {
        MemoryHistory memory = board.memory();
        List<MemoryHistory.Step> steps = memory.steps();
        if (steps.isEmpty()) {
            return texts.of("run.memory.never");
        }
        MemoryPressure last = steps.getLast().event();
        return memory.isHeldBack() && board.isLive()
                ? texts.of("run.memory.now", figures.bytes(last.blockBytes()), last.workers(), memory.fullWorkers())
                : texts.of("run.memory.past", figures.duration(Duration.ofMillis(memory.heldBack(board.now()))));
    }

    /// All lanes together.
    String summary(RunTrace trace) {
        List<Lane> lanes = trace.lanes().lanes();
        long busy = lanes.stream().filter(Lane::isBusy).count();
        return texts.of("run.lanes.summary", busy, lanes.size(), memory(trace.lanes()));
    }
}
