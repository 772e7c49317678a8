package dev.millrace.app.recipe;

import dev.millrace.app.project.EditHistory;
import dev.millrace.app.text.Texts;
import dev.millrace.engine.problem.Problem;
import dev.millrace.engine.recipe.RecipeDocument;

import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import org.jspecify.annotations.Nullable;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// The recipe under the person's hands: its cards, the form of the chosen one, and every change to it.
public final class RecipeEditor {

    private static final RecipeDocument EMPTY = RecipeDocument.parse(new byte[] {'{', '}'}, "");

    private final Texts texts;
    private final CardWords words;
    private final EditHistory<RecipeDocument> history = new EditHistory<>(EMPTY);
    private final ObservableList<Card> cards = FXCollections.observableArrayList();
    private final ObservableList<Card> seenCards = FXCollections.unmodifiableObservableList(cards);
    private final IntegerProperty selected = new SimpleIntegerProperty();
    private final ObjectProperty<Panel> panel = new SimpleObjectProperty<>(Panel.FORM);
    private final ReadOnlyObjectWrapper<@Nullable FormModel> form = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<DatasetSample> sample = new ReadOnlyObjectWrapper<>(DatasetSample.NONE);
    private RecipeDocument shown = EMPTY;
    private @Nullable RecipeReview review;

    public RecipeEditor(Texts texts) {
        this.texts = texts;
        this.words = new CardWords(texts);
        history.stateProperty().subscribe(this::show);
        selected.subscribe(_ -> showForm());
    }

    /// Every state of the document since it was opened.
    public EditHistory<RecipeDocument> history() {
        return history;
    }

    /// The recipe as it is now.
    public RecipeDocument document() {
        return history.state();
    }

    /// Dataset, strategies, output.
    public ObservableList<Card> cards() {
        return seenCards;
    }

    /// Position of the chosen card.
    public IntegerProperty selectedProperty() {
        return selected;
    }

    public ObjectProperty<Panel> panelProperty() {
        return panel;
    }

    /// The form of the chosen card; null while nothing is open.
    public ReadOnlyObjectProperty<@Nullable FormModel> formProperty() {
        return form.getReadOnlyProperty();
    }

    /// What the first rows of the dataset tell.
    public ReadOnlyObjectProperty<DatasetSample> sampleProperty() {
        return sample.getReadOnlyProperty();
    }

    /// Opens a document; nothing before it can be undone.
    void begin(RecipeDocument document, DatasetSample known) {
        review = null;
        sample.set(known);
        history.begin(document);
        selected.set(document.strategies() == 0 ? 0 : 1);
        panel.set(document.strategies() == 0 ? Panel.GALLERY : Panel.FORM);
    }

    /// Takes in what was found out about the document.
    void reviewed(RecipeReview found) {
        review = found;
        if (!found.sample().equals(DatasetSample.NONE)) {
            sample.set(found.sample());
        }
        showCards();
        FormModel open = form.get();
        if (open != null) {
            open.show(found);
        }
    }

    /// Changes one setting.
    void edit(RecipeDocument changed, String setting) {
        history.edit(changed, texts.of("recipe.edit.set", setting));
    }

    void type(RecipeDocument changed, String setting, String pointer) {
        history.type(changed, texts.of("recipe.edit.set", setting), pointer);
    }

    /// Takes over a document that was typed or found.
    ///
    /// @param label what the person did
    public void replace(RecipeDocument document, String label) {
        history.type(document, label, label);
    }

    /// Adds the strategies of a template at the end and shows the first of them.
    public void add(Template template) {
        int first = document().strategies();
        history.edit(template.addedTo(document(), sample.get()), texts.of("recipe.edit.add", texts.of(template)));
        choose(first + 1);
    }

    /// Puts the strategies of a template in place of those of the recipe.
    public void startWith(Template template) {
        history.edit(template.inPlaceOf(document(), sample.get()), texts.of("recipe.edit.start", texts.of(template)));
        choose(1);
    }

    private void choose(int card) {
        selected.set(card);
        panel.set(Panel.FORM);
    }

    /// The position of the chosen strategy among the strategies; −1 if another card is chosen.
    public int strategy() {
        int position = selected.get() - 1;
        return position < document().strategies() ? position : -1;
    }

    /// Adds a copy of the chosen strategy after it.
    public void duplicate() {
        int at = strategy();
        if (at >= 0 && document().value(RecipeDocument.strategy(at)).orElse(null) instanceof Map<?, ?> settings) {
            Map<String, Object> copy = new LinkedHashMap<>();
            settings.forEach((key, value) -> copy.put(String.valueOf(key), value));
            history.edit(document().inserted(at + 1, copy), texts.of("recipe.edit.duplicate", title(at)));
            choose(at + 2);
        }
    }

    public void remove() {
        int at = strategy();
        if (at >= 0) {
            history.edit(document().without(at), texts.of("recipe.edit.remove", title(at)));
            selected.set(Math.max(1, Math.min(at + 1, document().strategies())));
            showForm();
        }
    }

    /// Moves the chosen strategy by some places, as far as there are any.
    public void move(int places) {
        move(strategy(), strategy() + places);
    }

    /// Moves a strategy to another place.
    public void move(int from, int to) {
        if (from >= 0 && to >= 0 && to < document().strategies() && from != to) {
            history.edit(document().moved(from, to), texts.of("recipe.edit.move", title(from)));
            choose(to + 1);
        }
    }

    /// Switches a strategy on or off.
    public void toggle(int position) {
        if (position >= 0 && position < document().strategies()) {
            boolean on = !document().isOn(position);
            String label = on ? "recipe.edit.on" : "recipe.edit.off";
            history.edit(document().switched(position, on), texts.of(label, title(position)));
        }
    }

    /// Chooses the card that a problem belongs to.
    void show(Problem problem) {
        String pointer = RecipeReview.pointer(problem);
        for (int i = 0; i < cards.size(); i++) {
            boolean run = cards.get(i).kind() == Card.Kind.OUTPUT && RecipeReview.isWithin(pointer, "/run");
            if (run || RecipeReview.isWithin(pointer, cards.get(i).pointer())) {
                choose(i);
            }
        }
    }

    private String title(int position) {
        return CardWords.title(document(), position);
    }

    private void show(RecipeDocument document) {
        RecipeDocument before = shown;
        shown = document;
        showCards();
        int last = Math.max(0, cards.size() - 1);
        if (selected.get() > last) {
            selected.set(last);
        }
        showForm();
        FormModel open = form.get();
        if (open != null && unchanged(before, document, open.pointer())) {
            changedCard(before, document);
        }
    }

    /// After undoing, the card that changed is what a person wants to see.
    private void changedCard(RecipeDocument before, RecipeDocument after) {
        for (int i = 0; i < cards.size(); i++) {
            if (before.strategies() == after.strategies() && !unchanged(before, after, cards.get(i).pointer())) {
                selected.set(i);
                return;
            }
        }
    }

    private static boolean unchanged(RecipeDocument before, RecipeDocument after, String pointer) {
        return Objects.equals(before.value(pointer), after.value(pointer));
    }

    private void showCards() {
        List<Card> now = document().equals(EMPTY) ? List.of() : words.cards(document(), review);
        if (now.size() != cards.size()) {
            cards.setAll(now);
            return;
        }
        for (int i = 0; i < now.size(); i++) {
            if (!now.get(i).equals(cards.get(i))) {
                cards.set(i, now.get(i));
            }
        }
    }

    private void showForm() {
        if (selected.get() < 0 || selected.get() >= cards.size()) {
            form.set(null);
            return;
        }
        Card card = cards.get(selected.get());
        String id = card.kind() == Card.Kind.STRATEGY ? document().text(card.pointer() + "/strategy") : "";
        FormModel open = form.get();
        if (open == null || !open.pointer().equals(card.pointer()) || !open.id().equals(id)) {
            FormModel made = FormModel.of(card, id, this);
            if (review != null) {
                made.show(review);
            }
            form.set(made);
        } else {
            open.show(document());
        }
    }
}
