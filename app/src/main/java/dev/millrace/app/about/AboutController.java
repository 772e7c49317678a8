package dev.millrace.app.about;

import dev.millrace.app.text.Texts;
import dev.millrace.app.view.Desktop;

import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.text.Text;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.function.Function;

/// The view of what this program is.
public final class AboutController {

    private static final double NAME_WIDTH = 280;
    private static final double VERSION_WIDTH = 140;
    private static final double MOST_OF_VERSION = 160;

    private final AboutViewModel about;
    private final Desktop desktop;
    private final Texts texts;

    @FXML private Label version;
    @FXML private Label java;
    @FXML private Label system;
    @FXML private TableView<Library> libraries;
    @FXML private Button copyVersion;

    public AboutController(AboutViewModel about, Desktop desktop, Texts texts) {
        this.about = about;
        this.desktop = desktop;
        this.texts = texts;
    }

    @FXML
    private void initialize() {
        version.textProperty().bind(about.versionProperty());
        java.setText(about.java());
        system.setText(about.system());
        TableColumn<Library, String> versions = column("about.version", Library::version, VERSION_WIDTH);
        versions.setMinWidth(VERSION_WIDTH);
        versions.setMaxWidth(MOST_OF_VERSION);
        libraries
                .getColumns()
                .setAll(
                        List.of(
                                column("about.library", Library::name, NAME_WIDTH),
                                versions,
                                column("about.licence", Library::licence, NAME_WIDTH)));
        libraries.setItems(about.libraries());
    }

    /// What has the focus first.
    public Node first() {
        return copyVersion;
    }

    private TableColumn<Library, String> column(String key, Function<Library, String> value, double width) {
        TableColumn<Library, String> column = new TableColumn<>(texts.of(key));
        column.setPrefWidth(width);
        column.setCellFactory(_ -> new BrokenTextCell());
        column.setCellValueFactory(line -> new ReadOnlyStringWrapper(value.apply(line.getValue())));
        return column;
    }

    /// Breaks a text that is wider than its column; a label would be cut.
    private static final class BrokenTextCell extends TableCell<Library, String> {

        private static final double PADDING = 24;

        private final Text words = new Text();

        BrokenTextCell() {
            words.getStyleClass().add("broken-text");
            words.wrappingWidthProperty().bind(widthProperty().subtract(PADDING));
            setGraphic(words);
        }

        @Override
        protected void updateItem(@Nullable String text, boolean empty) {
            super.updateItem(text, empty);
            words.setText(empty || text == null ? "" : text);
        }
    }

    @FXML
    private void copy() {
        desktop.copy(about.versionProperty().get());
    }
}
