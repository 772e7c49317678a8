package dev.millrace.app.project;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EditHistoryTest {

    private final EditHistory<String> history = new EditHistory<>("");

    @Test
    void goesBackAndForthAsFarAsThereIsSomething() {
        history.edit("a", "first");
        history.edit("b", "second");
        assertThat(history.undoableProperty().get()).isEqualTo("second");
        history.undo();
        assertThat(history.state()).isEqualTo("a");
        assertThat(history.redoableProperty().get()).isEqualTo("second");
        history.undo();
        history.undo();
        assertThat(history.state()).isEmpty();
        history.redo();
        history.redo();
        history.redo();
        assertThat(history.state()).isEqualTo("b");
    }

    @Test
    void newEditForgetsWhatWasUndone() {
        history.edit("a", "first");
        history.undo();
        history.edit("c", "other");
        assertThat(history.redoableProperty().get()).isEmpty();
        history.undo();
        assertThat(history.state()).isEmpty();
    }

    @Test
    void typingMakesOneStepForEachStayInAPlace() {
        history.type("a", "name", "/name");
        history.type("ab", "name", "/name");
        history.type("ab1", "size", "/size");
        history.type("abc1", "name", "/name");
        history.undo();
        assertThat(history.state()).isEqualTo("ab1");
        history.undo();
        history.undo();
        assertThat(history.state()).isEmpty();
    }

    @Test
    void typingAfterUndoingBeginsANewStep() {
        history.type("a", "name", "/name");
        history.type("b", "size", "/size");
        history.undo();
        history.type("ac", "name", "/name");
        history.undo();
        assertThat(history.state()).isEqualTo("a");
    }

    @Test
    void whatChangesNothingIsNoStep() {
        history.edit("", "nothing");
        assertThat(history.undoableProperty().get()).isEmpty();
    }

    @Test
    void holdsThousandsOfSteps() {
        for (int i = 1; i <= 5000; i++) {
            history.edit("step " + i, "edit");
        }
        for (int i = 0; i < 5000; i++) {
            history.undo();
        }
        assertThat(history.state()).isEmpty();
    }
}
