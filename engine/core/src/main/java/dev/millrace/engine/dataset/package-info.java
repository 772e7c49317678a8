/// Where the shards are and what is in them. Start at [Dataset][dev.millrace.engine.dataset.Dataset]; the folder is
/// listed by [DatasetLayout][dev.millrace.engine.dataset.DatasetLayout].
@NullMarked
package dev.millrace.engine.dataset;

import org.jspecify.annotations.NullMarked;
