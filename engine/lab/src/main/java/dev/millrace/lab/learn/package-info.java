/// How well a model learns from processed data: a linear or a logistic regression that sees each row of train once,
/// block by block, and is scored on rows that it has not seen. Its figures are a function of the rows in their order,
/// so they are the same in both modes.
@NullMarked
package dev.millrace.lab.learn;

import org.jspecify.annotations.NullMarked;
