/// From strategies to passes: what is fitted when, and which columns each pass reads. Opens no data.
@NullMarked
package dev.millrace.engine.plan;

import org.jspecify.annotations.NullMarked;
