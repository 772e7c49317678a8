/// The contract of a preprocessing method, [Strategy][dev.millrace.engine.strategy.Strategy], and the catalogue of
/// those that ship, [Strategies][dev.millrace.engine.strategy.Strategies]; each strategy has a package of its own
/// below.
@NullMarked
package dev.millrace.engine.strategy;

import org.jspecify.annotations.NullMarked;
