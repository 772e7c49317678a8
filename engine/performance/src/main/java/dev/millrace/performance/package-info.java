/// Measures Millrace: kernels by JMH, whole runs against peers. One jar, two commands; see the module's README.
@NullMarked
package dev.millrace.performance;

import org.jspecify.annotations.NullMarked;
