/// Tests of `learn`.
@NullMarked
package dev.millrace.lab.learn;

import org.jspecify.annotations.NullMarked;
