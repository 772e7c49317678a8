/// What went wrong, where, and what to do: one card for every place.
@NullMarked
package dev.millrace.app.problem;

import org.jspecify.annotations.NullMarked;
