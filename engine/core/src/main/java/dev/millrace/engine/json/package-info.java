/// JSON as the engine writes and reads it: the same bytes on every machine, and errors with a place.
@NullMarked
package dev.millrace.engine.json;

import org.jspecify.annotations.NullMarked;
