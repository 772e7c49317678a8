package dev.millrace.app.recipe;

import dev.millrace.engine.recipe.ArtifactSettings;
import dev.millrace.engine.recipe.DatasetSettings;
import dev.millrace.engine.recipe.OutputSettings;
import dev.millrace.engine.recipe.RecipeDocument;
import dev.millrace.engine.recipe.RunSettings;
import dev.millrace.engine.settings.SettingsOutline;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// The form of one card.
///
/// @param pointer where what it edits stands in the document
/// @param id of the strategy; empty for the cards of the dataset and of the output
/// @param sections what it is made of, at least one
public record FormModel(String pointer, String id, List<Section> sections) {

    /// The settings of one record.
    ///
    /// @param title what a person calls it
    /// @param help what it is for
    public record Section(String title, String help, List<FieldModel> fields) {

        public Section {
            fields = List.copyOf(fields);
        }

        static Section of(SettingsOutline outline, String pointer, RecipeEditor editor) {
            List<FieldModel> fields =
                    outline.settings().stream()
                            .map(setting -> {
                                String at = pointer + "/" + setting.key();
                                return new FieldModel(setting, at, new Slot.At(at), editor);
                            })
                            .toList();
            return new Section(outline.title(), outline.help(), fields);
        }
    }

    public FormModel {
        sections = List.copyOf(sections);
    }

    /// The form of a card of the document.
    ///
    /// @param id of the strategy, if it is one
    static FormModel of(Card card, String id, RecipeEditor editor) {
        List<Section> sections = new ArrayList<>();
        switch (card.kind()) {
            case DATASET -> {
                sections.add(section(DatasetSettings.class, "/dataset", editor));
                if (!editor.document().value("/job").orElse("training").equals("training")) {
                    sections.add(section(ArtifactSettings.class, "/artifacts", editor));
                }
            }
            case STRATEGY ->
                    CardWords.type(id)
                            .ifPresent(type -> sections.add(Section.of(type.outline(), card.pointer(), editor)));
            case OUTPUT -> {
                sections.add(section(OutputSettings.class, "/output", editor));
                sections.add(section(RunSettings.class, "/run", editor));
            }
        }
        FormModel form = new FormModel(card.pointer(), id, sections);
        form.show(editor.document());
        return form;
    }

    private static Section section(Class<? extends Record> settings, String pointer, RecipeEditor editor) {
        return Section.of(SettingsOutline.of(settings), pointer, editor);
    }

    /// All fields, of all sections.
    public Stream<FieldModel> fields() {
        return sections.stream().flatMap(section -> section.fields().stream());
    }

    /// The field of a setting.
    ///
    /// @throws java.util.NoSuchElementException if there is none
    public FieldModel field(String key) {
        return fields().filter(field -> field.setting().key().equals(key)).findFirst().orElseThrow();
    }

    void show(RecipeDocument document) {
        for (Section section : sections) {
            section.fields().forEach(field -> field.show(document));
            section.fields().forEach(field -> field.applyAmong(section.fields()));
        }
    }

    void show(RecipeReview review) {
        fields().forEach(field -> field.show(review));
    }
}
