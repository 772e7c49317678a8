@NullMarked
package dev.millrace.sample;

import org.jspecify.annotations.NullMarked;
