package dev.millrace.engine.faults;

import dev.millrace.engine.faults.Operation.Kind;

/// What is to happen to a disk, and when.
sealed interface Trouble {

    /// All goes well.
    record None() implements Trouble {}

    /// An operation fails.
    ///
    /// @param at the number of the operation
    /// @param lasting whether all later ones fail too, as far as the fault can strike them
    record Failing(long at, Fault fault, boolean lasting) implements Trouble {

        boolean strikes(long number, Kind kind) {
            return (number == at || (lasting && number > at)) && fault.canStrike(kind);
        }
    }

    /// The process dies: neither the operation nor any later one is done.
    ///
    /// @param at the number of the operation
    record Dying(long at) implements Trouble {}
}
