/// Views by name, and how they are loaded.
@NullMarked
package dev.millrace.app.view;

import org.jspecify.annotations.NullMarked;
