package dev.millrace.app.guide;

import dev.millrace.app.background.Background;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/// The guide: which chapters there are for what a person looks for, and which one is read.
public final class GuideViewModel {

    private static final Pattern BETWEEN_WORDS = Pattern.compile("\\s+");

    private final Background background;
    private final Consumer<Throwable> failed;
    private final StringProperty typed = new SimpleStringProperty("");
    private final ObservableList<Chapter> found = FXCollections.observableArrayList();
    private final ObjectProperty<@Nullable Chapter> chosen = new SimpleObjectProperty<>();
    private final ReadOnlyObjectWrapper<List<String>> wanted = new ReadOnlyObjectWrapper<>(List.of());
    private List<Chapter> all = List.of();

    /// @param failed is told when the guide cannot be read
    public GuideViewModel(Background background, Consumer<Throwable> failed) {
        this.background = background;
        this.failed = failed;
        typed.subscribe(this::search);
    }

    /// Reads the guide, the first time it is opened.
    public void open() {
        if (all.isEmpty()) {
            background.run(GuideReader::read, this::show, failed);
        }
    }

    /// What a person looks for: words that a chapter has to have, in any order.
    public StringProperty typedProperty() {
        return typed;
    }

    /// Those words, small.
    ReadOnlyObjectProperty<List<String>> wantedProperty() {
        return wanted.getReadOnlyProperty();
    }

    /// The chapters that have them.
    public ObservableList<Chapter> found() {
        return found;
    }

    /// The chapter that is read; null if none has been found.
    public ObjectProperty<@Nullable Chapter> chosenProperty() {
        return chosen;
    }

    private void show(List<Chapter> chapters) {
        all = chapters;
        search(typed.get());
    }

    private void search(String text) {
        List<String> words =
                BETWEEN_WORDS.splitAsStream(text.toLowerCase(Locale.ROOT)).filter(word -> !word.isEmpty()).toList();
        Chapter before = chosen.get();
        found.setAll(all.stream().filter(chapter -> chapter.has(words)).toList());
        wanted.set(words);
        chosen.set(before != null && found.contains(before) ? before : found.stream().findFirst().orElse(null));
    }
}
