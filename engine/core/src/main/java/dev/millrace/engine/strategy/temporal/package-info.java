/// The split by time: earlier rows into train and val by groups, later ones out of time.
@NullMarked
package dev.millrace.engine.strategy.temporal;

import org.jspecify.annotations.NullMarked;
