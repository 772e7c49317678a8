package dev.millrace.app.run;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;

/// The state of a run as bindings.
final class RunStates {

    private RunStates() {}

    static BooleanBinding isLive(RunViewModel run) {
        return Bindings.createBooleanBinding(() -> run.stateProperty().get().isLive(), run.stateProperty());
    }

    static BooleanBinding is(RunViewModel run, RunState wanted) {
        return Bindings.createBooleanBinding(() -> run.stateProperty().get() == wanted, run.stateProperty());
    }
}
