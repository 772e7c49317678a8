/// Results: what a run read, did and wrote; checked, shown beside its input, reported, run again, removed.
@NullMarked
package dev.millrace.app.results;

import org.jspecify.annotations.NullMarked;
