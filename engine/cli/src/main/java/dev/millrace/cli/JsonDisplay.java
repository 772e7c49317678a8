package dev.millrace.cli;

import dev.millrace.engine.run.RunEvent;
import dev.millrace.engine.run.RunProgress;

import java.io.PrintWriter;

/// One JSON object per event and line, for programs.
final class JsonDisplay implements ProgressDisplay {

    private final PrintWriter out;

    JsonDisplay(PrintWriter out) {
        this.out = out;
    }

    @Override
    public void show(RunEvent event) {
        out.print(event.toJson() + "\n");
        out.flush();
    }

    @Override
    public void update(RunProgress progress) {}

    @Override
    public void close() {}
}
