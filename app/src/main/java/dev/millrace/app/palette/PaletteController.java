package dev.millrace.app.palette;

import dev.millrace.app.text.Texts;
import dev.millrace.app.view.Shown;

import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;

/// The palette's view. The focus stays in the text box; arrows move the choice.
public final class PaletteController {

    private static final int PAGE = 8;

    private final PaletteViewModel palette;
    private final Texts texts;
    private Runnable close = () -> {};

    @FXML private TextField typed;
    @FXML private ListView<Found> found;
    @FXML private Node nothing;

    public PaletteController(PaletteViewModel palette, Texts texts) {
        this.palette = palette;
        this.texts = texts;
    }

    @FXML
    private void initialize() {
        typed.textProperty().bindBidirectional(palette.typedProperty());
        typed.addEventFilter(KeyEvent.KEY_PRESSED, this::press);
        typed.setOnAction(_ -> choose());
        found.setItems(palette.found());
        found.setCellFactory(_ -> new FoundCell(texts));
        found.setOnMouseClicked(_ -> choose());
        palette.found().addListener((ListChangeListener<Found>) _ -> select(0));
        Shown.when(Bindings.isEmpty(palette.found()), nothing);
    }

    /// What has the focus while the palette is open.
    public Node first() {
        return typed;
    }

    /// Says how the palette is closed.
    ///
    /// @param closing takes it away
    public void onClose(Runnable closing) {
        close = closing;
    }

    private void press(KeyEvent event) {
        int at = found.getSelectionModel().getSelectedIndex();
        switch (event.getCode()) {
            case DOWN -> select(at + 1);
            case UP -> select(at - 1);
            case PAGE_DOWN -> select(Math.min(at + PAGE, found.getItems().size() - 1));
            case PAGE_UP -> select(Math.max(at - PAGE, 0));
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void select(int wanted) {
        int size = found.getItems().size();
        if (size > 0) {
            int at = Math.floorMod(wanted, size);
            found.getSelectionModel().clearAndSelect(at);
            found.scrollTo(Math.max(0, at - PAGE / 2));
        }
    }

    private void choose() {
        Found chosen = found.getSelectionModel().getSelectedItem();
        if (chosen != null && chosen.goal().enabled()) {
            close.run();
            chosen.goal().go().run();
        }
    }
}
