package dev.millrace.app.recipe;

import javafx.beans.Observable;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// A searchable checklist of columns. Fires a change of [#all()] when a tick changes.
public final class FieldChoices {

    private final ObservableList<FieldChoice> all =
            FXCollections.observableArrayList(choice -> new Observable[] {choice.chosenProperty()});
    private final FilteredList<FieldChoice> shown = new FilteredList<>(all);
    private final StringProperty search = new SimpleStringProperty("");

    public FieldChoices() {
        search.subscribe(this::filter);
    }

    public ObservableList<FieldChoice> all() {
        return FXCollections.unmodifiableObservableList(all);
    }

    /// Those whose names contain the search text.
    public ObservableList<FieldChoice> shown() {
        return shown;
    }

    public StringProperty searchProperty() {
        return search;
    }

    /// Names of the chosen columns, in the order of the list.
    public List<String> chosen() {
        return all.stream().filter(FieldChoice::isChosen).map(FieldChoice::name).toList();
    }

    /// The ticked ones come first and keep their order.
    ///
    /// @param columns of the dataset
    /// @param chosen those that are ticked; ones that the dataset lacks stay, so that the problem can be seen and
    ///   mended
    public void set(List<String> columns, List<String> chosen) {
        Set<String> ticked = new LinkedHashSet<>(chosen);
        List<FieldChoice> choices = new ArrayList<>();
        ticked.forEach(name -> choices.add(new FieldChoice(name, true)));
        columns.stream()
                .filter(name -> !ticked.contains(name))
                .forEach(name -> choices.add(new FieldChoice(name, false)));
        all.setAll(choices);
    }

    private void filter(String text) {
        String wanted = text.strip().toLowerCase(Locale.ROOT);
        shown.setPredicate(choice -> choice.name().toLowerCase(Locale.ROOT).contains(wanted));
    }
}
