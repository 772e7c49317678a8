/// What a person can do, once for the palette, the keys and the sheet of keys.
@NullMarked
package dev.millrace.app.action;

import org.jspecify.annotations.NullMarked;
