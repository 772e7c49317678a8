package dev.millrace.engine.faults;

import dev.millrace.engine.Engine;
import dev.millrace.engine.block.BlockSize;
import dev.millrace.engine.plan.Plan;
import dev.millrace.engine.run.Run;

import java.util.Optional;

/// Takes up a run that failed or was killed. The one place to change when the engine can.
interface Resuming {

    /// How the engine does it; empty as long as it cannot, and what needs it is skipped.
    Optional<Resuming> OF_ENGINE = Optional.empty();

    /// Starts a run that goes on where an earlier one of the same recipe ended.
    Run start(Engine engine, Plan plan, BlockSize size);

    /// Whether the promises that only a journal can keep are to be held.
    static boolean available() {
        return OF_ENGINE.isPresent();
    }
}
