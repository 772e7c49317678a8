/// Tests of delimited text: dialects, encodings, compression, damage.
@NullMarked
package dev.millrace.engine.text;

import org.jspecify.annotations.NullMarked;
