package dev.millrace.engine.faults;

import dev.millrace.engine.faults.Operation.Kind;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The operations of a run without trouble, and what to try at each of them.
///
/// @param operations in order
record Sweep(List<Operation> operations) {

    /// With `-Dmillrace.faults=all` every fault is tried at every operation, otherwise one of them in turn.
    private static final String PROPERTY = "millrace.faults";

    static Sweep of(SmallRun run) {
        List<Operation> operations = run.run(new Trouble.None()).disk().operations();
        run.clear();
        return new Sweep(operations);
    }

    /// The number of the first operation that gives a final name or removes an earlier result; from there on a run can
    /// be caught between two states.
    ///
    /// @param folder the output folder
    long commit(Path folder) {
        return operations.stream()
                .filter(operation -> operation.kind() == Kind.MOVE || operation.kind() == Kind.DELETE)
                .filter(operation -> operation.path().startsWith(folder))
                .mapToLong(Operation::number)
                .min()
                .orElseThrow();
    }

    /// The faults to try.
    List<Trouble.Failing> faults() {
        List<Trouble.Failing> faults = new ArrayList<>();
        boolean all = "all".equals(System.getProperty(PROPERTY));
        for (Operation operation : operations) {
            List<Trouble.Failing> possible = faults(operation);
            faults.addAll(all ? possible : List.of(possible.get((int) (operation.number() % possible.size()))));
        }
        return faults;
    }

    private static List<Trouble.Failing> faults(Operation operation) {
        List<Trouble.Failing> faults = new ArrayList<>();
        for (Fault fault : Fault.values()) {
            if (fault.canStrike(operation.kind())) {
                faults.add(new Trouble.Failing(operation.number(), fault, false));
                faults.add(new Trouble.Failing(operation.number(), fault, true));
            }
        }
        return faults;
    }

    Operation operation(long number) {
        return operations.get((int) number - 1);
    }
}
