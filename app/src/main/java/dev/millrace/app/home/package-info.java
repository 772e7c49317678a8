/// Home: open the sample, a folder, a recipe, or a recent one.
@NullMarked
package dev.millrace.app.home;

import org.jspecify.annotations.NullMarked;
