/// Runs under real limits: a [Side][dev.millrace.lab.measure.Side] is run by the
/// [Harness][dev.millrace.lab.measure.Harness] in a JVM of its own, whose main class is
/// [MeasuredChild][dev.millrace.lab.measure.MeasuredChild]; parent and child together make a
/// [MeasuredRun][dev.millrace.lab.measure.MeasuredRun].
@NullMarked
package dev.millrace.lab.measure;

import org.jspecify.annotations.NullMarked;
