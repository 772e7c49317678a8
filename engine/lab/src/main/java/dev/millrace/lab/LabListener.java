package dev.millrace.lab;

/// Told what happens in a benchmark, on the benchmark's thread; must return at once, as nothing is measured meanwhile.
@FunctionalInterface
public interface LabListener {

    void on(LabEvent event);
}
