package dev.millrace.app.guide;

import dev.millrace.app.view.Shown;

import javafx.beans.binding.Bindings;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;

import org.jspecify.annotations.Nullable;

/// The guide's view: chapters on the left, the chosen one on the right.
public final class GuideController {

    private final GuideViewModel guide;

    @FXML private TextField typed;
    @FXML private ListView<Chapter> chapters;
    @FXML private Label title;
    @FXML private ScrollPane page;
    @FXML private Node nothing;

    public GuideController(GuideViewModel guide) {
        this.guide = guide;
    }

    @FXML
    private void initialize() {
        typed.textProperty().bindBidirectional(guide.typedProperty());
        chapters.setItems(guide.found());
        chapters.setCellFactory(_ -> new ChapterCell());
        chapters.getSelectionModel()
                .selectedItemProperty()
                .subscribe(chapter -> {
                    if (chapter != null) {
                        guide.chosenProperty().set(chapter);
                    }
                });
        guide.chosenProperty().subscribe(this::show);
        guide.wantedProperty().subscribe(_ -> show(guide.chosenProperty().get()));
        Shown.when(Bindings.isEmpty(guide.found()), nothing);
    }

    /// What has the focus first.
    public Node first() {
        return typed;
    }

    private void show(@Nullable Chapter chapter) {
        title.setText(chapter == null ? "" : chapter.title());
        page.setContent(
                chapter == null ? null : new ChapterPage(new FoundWords(guide.wantedProperty().get())).of(chapter));
        page.setVvalue(0);
        chapters.getSelectionModel().select(chapter);
    }

    private static final class ChapterCell extends ListCell<Chapter> {

        ChapterCell() {
            getStyleClass().add("guide-chapter");
        }

        @Override
        protected void updateItem(@Nullable Chapter chapter, boolean empty) {
            super.updateItem(chapter, empty);
            setText(empty || chapter == null ? null : chapter.title());
        }
    }
}
