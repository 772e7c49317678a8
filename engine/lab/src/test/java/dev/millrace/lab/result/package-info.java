/// Tests of `result`.
@NullMarked
package dev.millrace.lab.result;

import org.jspecify.annotations.NullMarked;
