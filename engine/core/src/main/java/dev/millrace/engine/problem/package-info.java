/// What goes wrong and how it is told: a [Problem][dev.millrace.engine.problem.Problem] says place, finding and remedy;
/// an [EngineException][dev.millrace.engine.problem.EngineException] carries problems, one subclass per cause.
@NullMarked
package dev.millrace.engine.problem;

import org.jspecify.annotations.NullMarked;
