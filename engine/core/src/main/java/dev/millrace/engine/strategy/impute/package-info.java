/// Missing-value imputation: [MissingValueImputation][dev.millrace.engine.strategy.impute.MissingValueImputation].
///
/// [ProfileRound][dev.millrace.engine.strategy.impute.ProfileRound] scans every column once,
/// [Verdicts][dev.millrace.engine.strategy.impute.Verdicts] decides what that is enough for, and
/// [RefineRound][dev.millrace.engine.strategy.impute.RefineRound] scans again for the columns it is not enough for.
@NullMarked
package dev.millrace.engine.strategy.impute;

import org.jspecify.annotations.NullMarked;
