/// Mergeable statistics and the small structures they are made of; knows nothing of files, columns or strategies.
@NullMarked
package dev.millrace.engine.stats;

import org.jspecify.annotations.NullMarked;
