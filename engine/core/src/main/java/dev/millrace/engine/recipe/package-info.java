/// The recipe file: the one JSON document a run needs. [RecipeReader][dev.millrace.engine.recipe.RecipeReader] reads
/// and checks it, naming every problem with its line.
@NullMarked
package dev.millrace.engine.recipe;

import org.jspecify.annotations.NullMarked;
