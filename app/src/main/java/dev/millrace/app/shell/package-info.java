/// The window: rail of places, status line, theme, close question.
@NullMarked
package dev.millrace.app.shell;

import org.jspecify.annotations.NullMarked;
