/// Tests of `measure`.
@NullMarked
package dev.millrace.lab.measure;

import org.jspecify.annotations.NullMarked;
