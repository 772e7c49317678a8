/// Tests of `statistics`.
@NullMarked
package dev.millrace.lab.statistics;

import org.jspecify.annotations.NullMarked;
