@NullMarked
package dev.millrace.engine.browse;

import org.jspecify.annotations.NullMarked;
