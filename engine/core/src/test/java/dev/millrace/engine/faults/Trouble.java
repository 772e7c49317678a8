package dev.millrace.engine.faults;

import dev.millrace.engine.faults.Operation.Kind;

import java.nio.file.Path;

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

    /// A file cannot be read any more.
    ///
    /// @param from the number of the first operation that finds it so
    record BadSector(long from, Path file) implements Trouble {

        boolean strikes(Operation operation) {
            return operation.number() >= from && operation.kind() == Kind.READ && operation.path().equals(file);
        }
    }

    /// The process dies: neither the operation nor any later one is done.
    ///
    /// @param at the number of the operation
    record Dying(long at) implements Trouble {}
}
