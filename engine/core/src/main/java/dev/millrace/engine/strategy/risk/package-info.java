/// Risk-table mapping: categories become their smoothed share of positive labels.
@NullMarked
package dev.millrace.engine.strategy.risk;

import org.jspecify.annotations.NullMarked;
