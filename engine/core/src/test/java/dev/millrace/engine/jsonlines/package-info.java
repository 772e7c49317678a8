/// Tests of JSON Lines and JSON arrays, against Jackson and against the same data as comma-separated values.
@NullMarked
package dev.millrace.engine.jsonlines;

import org.jspecify.annotations.NullMarked;
