/// Tests of `quality`.
@NullMarked
package dev.millrace.lab.quality;

import org.jspecify.annotations.NullMarked;
