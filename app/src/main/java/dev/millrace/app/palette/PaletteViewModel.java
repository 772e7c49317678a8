package dev.millrace.app.palette;

import dev.millrace.app.background.Background;
import dev.millrace.app.background.Latest;

import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/// What the palette finds. Goals are gathered when it opens and searched in the background while a person types.
public final class PaletteViewModel {

    private static final int MOST_SHOWN = 60;

    private final Latest searching;
    private final ObservableList<Found> found = FXCollections.observableArrayList();
    private final ObservableList<Found> seenFound = FXCollections.unmodifiableObservableList(found);
    private final StringProperty typed = new SimpleStringProperty("");
    private List<Callable<List<Goal>>> sources = List.of();

    public PaletteViewModel(Background background) {
        searching = background.latestAtOnce();
        typed.subscribe(this::search);
    }

    /// What is searched for.
    public StringProperty typedProperty() {
        return typed;
    }

    /// What fits, best first.
    public ObservableList<Found> found() {
        return seenFound;
    }

    /// Begins anew.
    ///
    /// @param goals each gives some of what can be found; called in the background, so of values that do not change
    public void open(List<Callable<List<Goal>>> goals) {
        sources = List.copyOf(goals);
        if (typed.get().isEmpty()) {
            search("");
        } else {
            typed.set("");
        }
    }

    /// Forgets what could be found, which may be much.
    public void close() {
        searching.forget();
        sources = List.of();
        found.clear();
    }

    private void search(String text) {
        List<Callable<List<Goal>>> asked = sources;
        searching.submit(() -> Found.best(text, gathered(asked, text), MOST_SHOWN), found::setAll, _ -> found.clear());
    }

    /// With nothing typed only the first source is offered: what can be done.
    private static List<Goal> gathered(List<Callable<List<Goal>>> sources, String text) throws Exception {
        List<Goal> all = new ArrayList<>();
        for (Callable<List<Goal>> source : text.isBlank() ? sources.stream().limit(1).toList() : sources) {
            all.addAll(source.call());
        }
        return all;
    }
}
