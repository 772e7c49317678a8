/// What this program is: its version, what it runs on, and whose work it is made of.
@NullMarked
package dev.millrace.app.about;

import org.jspecify.annotations.NullMarked;
