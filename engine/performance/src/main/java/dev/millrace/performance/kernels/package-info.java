/// The data that the kernels' benchmarks work on. The benchmarks lie in the packages of their kernels.
@NullMarked
package dev.millrace.performance.kernels;

import org.jspecify.annotations.NullMarked;
