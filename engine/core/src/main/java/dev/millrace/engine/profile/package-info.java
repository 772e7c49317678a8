/// What is in the columns of a dataset: types, missing cells, distinct values, ranges. Mergeable like every statistic.
@NullMarked
package dev.millrace.engine.profile;

import org.jspecify.annotations.NullMarked;
