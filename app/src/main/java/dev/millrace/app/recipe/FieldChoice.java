package dev.millrace.app.recipe;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;

/// A column that can be chosen.
public final class FieldChoice {

    private final String name;
    private final BooleanProperty chosen = new SimpleBooleanProperty();

    public FieldChoice(String name, boolean chosen) {
        this.name = name;
        this.chosen.set(chosen);
    }

    public String name() {
        return name;
    }

    public BooleanProperty chosenProperty() {
        return chosen;
    }

    public boolean isChosen() {
        return chosen.get();
    }
}
