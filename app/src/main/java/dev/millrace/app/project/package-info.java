/// The dataset and recipe that are open.
@NullMarked
package dev.millrace.app.project;

import org.jspecify.annotations.NullMarked;
