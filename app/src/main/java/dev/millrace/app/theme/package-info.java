/// Light and dark.
@NullMarked
package dev.millrace.app.theme;

import org.jspecify.annotations.NullMarked;
