/// Label processing and the exact random split into train, val and test.
@NullMarked
package dev.millrace.engine.strategy.split;

import org.jspecify.annotations.NullMarked;
