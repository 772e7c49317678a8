/// Strategies on tables in memory, without files or runs: for laws that want thousands of cases.
@NullMarked
package dev.millrace.engine.strategy.memory;

import org.jspecify.annotations.NullMarked;
