/// What data are like and how two parts of them differ: missing cells, outliers, schema, drift. Everything is collected
/// in one scan, in bounded memory; where a sketch is used its error is told with the figure.
@NullMarked
package dev.millrace.lab.quality;

import org.jspecify.annotations.NullMarked;
