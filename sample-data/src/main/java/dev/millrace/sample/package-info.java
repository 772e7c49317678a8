/// Made-up card transactions: a fast generator for sharded CSV of any size, and the sample project that ships with the
/// workbench.
@NullMarked
package dev.millrace.sample;

import org.jspecify.annotations.NullMarked;
