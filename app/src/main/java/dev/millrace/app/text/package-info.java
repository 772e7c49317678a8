/// Words and figures as a person reads them.
@NullMarked
package dev.millrace.app.text;

import org.jspecify.annotations.NullMarked;
