/// Every run of this machine: what is remembered of it, and two of them side by side.
@NullMarked
package dev.millrace.app.history;

import org.jspecify.annotations.NullMarked;
