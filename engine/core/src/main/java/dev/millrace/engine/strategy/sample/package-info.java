/// Stratified sampling: an exact number of rows of every stratum.
@NullMarked
package dev.millrace.engine.strategy.sample;

import org.jspecify.annotations.NullMarked;
