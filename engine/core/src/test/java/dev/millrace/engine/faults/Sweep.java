package dev.millrace.engine.faults;

import dev.millrace.engine.faults.Operation.Kind;
import dev.millrace.engine.faults.SmallRun.Way;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The operations of a run without trouble, and what to try at each of them.
///
/// @param operations in order
record Sweep(List<Operation> operations) {

    /// With `-Dmillrace.faults=all` every fault is tried at every operation; otherwise one fault in turn, at every
    /// third operation, another third for each way to run.
    private static final boolean ALL = "all".equals(System.getProperty("millrace.faults"));

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

    /// The operations at which something is to happen.
    List<Operation> tried(Way way) {
        return operations.stream().filter(each -> ALL || isTurnOf(way, each)).toList();
    }

    private static boolean isTurnOf(Way way, Operation operation) {
        return switch (way) {
            case BATCH -> operation.number() % 3 == 0;
            case ONE_WORKER -> operation.number() % 3 == 1;
            case THREE_WORKERS -> operation.number() % 3 == 2;
        };
    }

    /// The faults to try.
    List<Trouble.Failing> faults(Way way) {
        List<Trouble.Failing> faults = new ArrayList<>();
        for (Operation operation : tried(way)) {
            List<Trouble.Failing> possible = faults(operation);
            int turn = (int) (operation.number() / 3 % possible.size());
            faults.addAll(ALL ? possible : List.of(possible.get(turn)));
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
