@NullMarked
package dev.millrace.engine.format;

import org.jspecify.annotations.NullMarked;
