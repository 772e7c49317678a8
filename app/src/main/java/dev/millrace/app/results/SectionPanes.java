package dev.millrace.app.results;

import dev.millrace.app.problem.ProblemReport;
import dev.millrace.app.text.Figures;
import dev.millrace.app.text.Texts;
import dev.millrace.app.view.Desktop;
import dev.millrace.engine.results.EventLine;
import dev.millrace.engine.results.Results;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The sections of a run's results, of which one is shown: data, what was learned, files, recipe, events.
final class SectionPanes {

    private final ResultsViewModel results;
    private final HBox buttons;
    private final StackPane place;
    private final Texts texts;
    private final Figures figures;
    private final ComparedRowsPane rows;
    private final Label noRows = new Label();
    private final LearnedPane learned;
    private final SearchedTable<FileLine> files;
    private final RecipePane recipe;
    private final SearchedTable<EventLine> events;
    private final Map<Section, ToggleButton> segments = new EnumMap<>(Section.class);
    private Section shown = Section.DATA;

    SectionPanes(
            ResultsViewModel results, HBox buttons, StackPane place, Desktop desktop, Texts texts, Figures figures) {
        this.results = results;
        this.buttons = buttons;
        this.place = place;
        this.texts = texts;
        this.figures = figures;
        rows = new ComparedRowsPane(results.rows(), texts, figures);
        learned = new LearnedPane(texts, figures);
        files = new SearchedTable<>(texts, file -> file.path() + " " + file.split() + " " + file.hash());
        recipe = new RecipePane(texts, desktop::copy);
        events = new SearchedTable<>(texts, event -> event.event() + " " + event.details());
    }

    void install() {
        noRows.setWrapText(true);
        noRows.getStyleClass().add("hint");
        noRows.setId("noRows");
        files.table().setId("files");
        events.table().setId("events");
        fillColumns();
        ToggleGroup group = new ToggleGroup();
        for (Section each : Section.values()) {
            ToggleButton segment = new ToggleButton(texts.of(each));
            segment.getStyleClass().add("segment");
            segment.setId("section-" + each.name().toLowerCase(Locale.ROOT));
            segment.setToggleGroup(group);
            segment.setOnAction(_ -> choose(each));
            segments.put(each, segment);
            buttons.getChildren().add(segment);
        }
        results.stateProperty().subscribe(this::show);
        results.verification().foundProperty().subscribe(this::fillFiles);
        results.rows().problemProperty().subscribe(this::tellOfRows);
        results.historyShownProperty().subscribe(() -> choose(shown));
        place.sceneProperty().subscribe(() -> choose(shown));
    }

    private void fillColumns() {
        files.setTitle(texts.of("results.files"));
        files.add(texts.of("results.file.path"), 280, FileLine::path);
        files.add(texts.of("results.file.split"), 80, FileLine::split);
        files.addNumber(
                texts.of("results.file.rows"),
                100,
                Comparator.comparingLong(FileLine::rows),
                file -> file.rows() < 0 ? "" : figures.count(file.rows()));
        files.addNumber(
                texts.of("results.file.size"),
                100,
                Comparator.comparingLong(FileLine::bytes),
                file -> figures.bytes(file.bytes()));
        files.add(texts.of("results.file.hash"), 200, FileLine::hash);
        files.add(texts.of("results.file.state"), 180, this::stateWord);
        events.setTitle(texts.of("results.events"));
        events.add(texts.of("results.event.at"), 220, EventLine::at);
        events.add(texts.of("results.event.kind"), 130, EventLine::event);
        events.add(texts.of("results.event.details"), 600, EventLine::details);
    }

    private String stateWord(FileLine file) {
        if (!file.finding().isEmpty()) {
            return texts.of("results.file.broken", file.finding());
        }
        boolean checked = results.verification().foundProperty().get() != null;
        return texts.of(checked ? "results.file.sound" : "results.file.unchecked");
    }

    private void show(ResultsState state) {
        Results.Finished finished = state.finished();
        learned.setTables(finished == null ? List.of() : finished.artifacts());
        events.setRows(finished == null ? List.of() : finished.events());
        fillFiles();
        switch (state) {
            case ResultsState.InFolder(Results.Finished run) -> recipe.show(run.recipe(), run.manifest());
            case ResultsState.InFolder(Results.Unfinished run) -> recipe.show(run.recipe(), null);
            case ResultsState.Remembered remembered -> recipe.show(remembered.record().recipeDocument(), null);
            case ResultsState.InFolder(Results.None _),
                    ResultsState.Empty _,
                    ResultsState.Loading _,
                    ResultsState.Failed _ ->
                    recipe.show(null, null);
        }
        buttons.setVisible(finished != null);
        buttons.setManaged(finished != null);
        choose(finished == null ? Section.RECIPE : shown == Section.RECIPE ? Section.DATA : shown);
    }

    private void fillFiles() {
        Results.Finished finished = results.stateProperty().get().finished();
        List<FileLine> lines =
                finished == null
                        ? new ArrayList<>()
                        : FileLine.of(finished, results.verification().foundProperty().get());
        files.setRows(lines);
    }

    private void choose(Section wanted) {
        shown = wanted;
        ToggleButton segment = segments.get(wanted);
        if (segment != null) {
            segment.setSelected(true);
        }
        place.getChildren().setAll(pane(wanted));
        boolean isSeen = place.getScene() != null && !results.historyShownProperty().get();
        if (wanted == Section.DATA && isSeen) {
            results.rows().show(); // the input is not opened for somebody who looks at something else
        }
    }

    private Node pane(Section wanted) {
        return switch (wanted) {
            case DATA -> results.rows().problemProperty().get() == null ? rows : noRows;
            case LEARNED -> learned;
            case FILES -> files;
            case RECIPE -> recipe;
            case EVENTS -> events;
        };
    }

    private void tellOfRows(@Nullable ProblemReport problem) {
        noRows.setText(problem == null ? "" : problem.title() + ". " + problem.problems().getFirst().message());
        choose(shown);
    }
}
