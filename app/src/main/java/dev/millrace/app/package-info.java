/// The desktop workbench: entry points and wiring. Each feature has a package of its own with its view model and view.
@NullMarked
package dev.millrace.app;

import org.jspecify.annotations.NullMarked;
