package dev.millrace.app.recipe;

import dev.millrace.app.text.Figures;
import dev.millrace.app.text.Texts;
import dev.millrace.engine.dataset.MissingTokens;
import dev.millrace.engine.dataset.Schema;
import dev.millrace.engine.recipe.DatasetSettings;
import dev.millrace.engine.strategy.risk.RiskTableSettings;

import javafx.beans.Observable;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/// The form of the strategy `risk-table-mapping`, with the settings of the dataset that it depends on.
public final class RiskTableForm {

    private final Texts texts;
    private final FieldChoices fields = new FieldChoices();
    private final ObservableList<String> columns = FXCollections.observableArrayList();
    private final ObjectProperty<@Nullable String> label = new SimpleObjectProperty<>();
    private final StringProperty positiveLabel = new SimpleStringProperty("");
    private final BooleanProperty ownMissing = new SimpleBooleanProperty();
    private final StringProperty missing = new SimpleStringProperty("");
    private final NumberInput smoothing;
    private final NumberInput countThreshold;
    private final NumberInput maxUnique;

    public RiskTableForm(Texts texts, Figures figures) {
        this.texts = texts;
        smoothing = new NumberInput(new NumberInput.Range(texts.of("recipe.smoothing"), 0, 1, false), texts, figures);
        countThreshold =
                new NumberInput(
                        new NumberInput.Range(texts.of("recipe.countThreshold"), 0, Integer.MAX_VALUE, true),
                        texts,
                        figures);
        maxUnique =
                new NumberInput(
                        new NumberInput.Range(texts.of("recipe.maxUnique"), 1, Integer.MAX_VALUE, true),
                        texts,
                        figures);
    }

    public FieldChoices fields() {
        return fields;
    }

    /// The columns that may be the label.
    public ObservableList<String> columns() {
        return FXCollections.unmodifiableObservableList(columns);
    }

    public ObjectProperty<@Nullable String> labelProperty() {
        return label;
    }

    public StringProperty positiveLabelProperty() {
        return positiveLabel;
    }

    public NumberInput smoothing() {
        return smoothing;
    }

    public NumberInput countThreshold() {
        return countThreshold;
    }

    public NumberInput maxUnique() {
        return maxUnique;
    }

    /// Whether the person lists the missing tokens, in place of those of pandas.
    public BooleanProperty ownMissingProperty() {
        return ownMissing;
    }

    /// The person's missing tokens, separated by commas.
    public StringProperty missingProperty() {
        return missing;
    }

    /// Everything that the form's value depends on.
    public Observable[] inputs() {
        return new Observable[] {
            fields.all(),
            label,
            positiveLabel,
            ownMissing,
            missing,
            smoothing.textProperty(),
            countThreshold.textProperty(),
            maxUnique.textProperty()
        };
    }

    public void set(Schema schema, DatasetSettings dataset, RiskTableSettings settings) {
        columns.setAll(schema.columns());
        fields.set(schema.columns(), settings.fields());
        label.set(dataset.label());
        positiveLabel.set(settings.positiveLabel());
        smoothing.set(settings.smoothFactor());
        countThreshold.set(settings.countThreshold());
        maxUnique.set(settings.maxUniqueThreshold());
        ownMissing.set(dataset.missing() != null);
        missing.set(String.join(", ", MissingTokens.orDefault(dataset.missing()).tokens()));
    }

    /// What is wrong, each in a sentence.
    public List<String> mistakes() {
        String chosenLabel = label.get();
        return Stream.of(
                        fields.chosen().isEmpty() ? texts.of("recipe.mistake.noFields") : "",
                        chosenLabel == null ? texts.of("recipe.mistake.noLabel") : "",
                        chosenLabel != null && fields.chosen().contains(chosenLabel)
                                ? texts.of("recipe.mistake.labelMapped", chosenLabel)
                                : "",
                        positiveLabel.get().isBlank() ? texts.of("recipe.mistake.noPositive") : "",
                        smoothing.mistake().get(),
                        countThreshold.mistake().get(),
                        maxUnique.mistake().get())
                .filter(sentence -> !sentence.isEmpty())
                .toList();
    }

    /// Sound only if there are no [#mistakes()].
    public RiskTableSettings settings() {
        return new RiskTableSettings(
                fields.chosen(),
                positiveLabel.get(),
                smoothing.value().orElse(0.0),
                countThreshold.wholeValue(),
                maxUnique.wholeValue());
    }

    /// The settings of the dataset as the form has them.
    ///
    /// @param before the settings whose path and notation are kept
    public DatasetSettings dataset(DatasetSettings before) {
        return before.with(label.get(), ownMissing.get() ? tokens() : null);
    }

    private List<String> tokens() {
        return Arrays.stream(missing.get().split(",", -1))
                .map(String::strip)
                .filter(token -> !token.isEmpty())
                .toList();
    }
}
