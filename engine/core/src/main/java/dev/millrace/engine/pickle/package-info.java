/// Python pickles that hold plain data: written for `pickle.load` with nothing installed, and read without ever running
/// or naming code.
@NullMarked
package dev.millrace.engine.pickle;

import org.jspecify.annotations.NullMarked;
