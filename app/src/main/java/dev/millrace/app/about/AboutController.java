package dev.millrace.app.about;

import dev.millrace.app.text.Texts;
import dev.millrace.app.view.Desktop;

import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

import java.util.List;
import java.util.function.Function;

/// The view of what this program is.
public final class AboutController {

    private static final double NAME_WIDTH = 280;
    private static final double VERSION_WIDTH = 110;

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
        libraries
                .getColumns()
                .setAll(
                        List.of(
                                column("about.library", Library::name, NAME_WIDTH),
                                column("about.version", Library::version, VERSION_WIDTH),
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
        column.setCellValueFactory(line -> new ReadOnlyStringWrapper(value.apply(line.getValue())));
        return column;
    }

    @FXML
    private void copy() {
        desktop.copy(about.versionProperty().get());
    }
}
