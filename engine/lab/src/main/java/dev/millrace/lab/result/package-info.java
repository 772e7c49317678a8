/// What a benchmark found: an immutable [Benchmark][dev.millrace.lab.result.Benchmark], which is written as JSON and
/// read back, and from which tables, charts and sentences are made.
@NullMarked
package dev.millrace.lab.result;

import org.jspecify.annotations.NullMarked;
