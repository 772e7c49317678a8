package dev.millrace.app.recipe;

import dev.millrace.engine.settings.NamesColumn.Usual;
import dev.millrace.engine.settings.SettingKind;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The columns that a field may name, narrowed by type and by search.
public final class ColumnChoice {

    private final FieldModel field;
    private final ObservableList<ColumnSeen> shown = FXCollections.observableArrayList();
    private final ObservableList<ColumnSeen> seen = FXCollections.unmodifiableObservableList(shown);
    private final StringProperty search = new SimpleStringProperty("");
    private final ObjectProperty<Usual> kind = new SimpleObjectProperty<>(Usual.ANY);

    public ColumnChoice(FieldModel field) {
        this.field = field;
        search.subscribe(this::narrow);
        kind.subscribe(this::narrow);
    }

    /// The columns that fit.
    public ObservableList<ColumnSeen> shown() {
        return seen;
    }

    public StringProperty searchProperty() {
        return search;
    }

    /// The kind of columns that is shown.
    public ObjectProperty<Usual> kindProperty() {
        return kind;
    }

    /// Shows the columns that are usual for the field, or all if there are none of them.
    public void usual() {
        Usual wanted =
                switch (field.setting().kind()) {
                    case SettingKind.ColumnName(Usual usual) -> usual;
                    case SettingKind.ColumnNames(Usual usual) -> usual;
                    default -> Usual.ANY;
                };
        search.set("");
        kind.set(wanted);
        if (shown.isEmpty()) {
            kind.set(Usual.ANY);
        }
        narrow();
    }

    private void narrow() {
        String wanted = search.get().strip().toLowerCase(Locale.ROOT);
        shown.setAll(
                field.editor().sampleProperty().get().columns().stream()
                        .filter(column -> kind.get() == Usual.ANY || column.kind() == kind.get())
                        .filter(column -> column.name().toLowerCase(Locale.ROOT).contains(wanted))
                        .toList());
    }

    /// Chooses a column, or leaves it out if it is chosen.
    public void toggle(String name) {
        if (!(field.setting().kind() instanceof SettingKind.ColumnNames)) {
            boolean again = name.equals(field.valueProperty().get());
            field.set(again && !field.setting().required() ? null : name);
            return;
        }
        List<String> names = new ArrayList<>(field.list());
        if (!names.remove(name)) {
            names.add(name);
        }
        boolean nothing = names.isEmpty() && field.setting().fallback() == null && !field.setting().required();
        field.set(nothing ? null : names);
    }
}
