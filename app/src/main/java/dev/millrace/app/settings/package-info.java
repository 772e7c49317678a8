/// What a person has set for all projects.
@NullMarked
package dev.millrace.app.settings;

import org.jspecify.annotations.NullMarked;
