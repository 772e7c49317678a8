/// Recipe: the strategy's form, how to run it, and what it will do.
@NullMarked
package dev.millrace.app.recipe;

import org.jspecify.annotations.NullMarked;
