/// Benchmark: sides that are set up, a benchmark as it happens, what it found, and earlier ones.
@NullMarked
package dev.millrace.app.benchmark;

import org.jspecify.annotations.NullMarked;
