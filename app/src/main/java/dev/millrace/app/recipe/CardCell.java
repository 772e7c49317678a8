package dev.millrace.app.recipe;

import dev.millrace.app.text.Texts;
import dev.millrace.app.view.FullText;

import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.DragEvent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.javafx.FontIcon;

/// A card: what it is, its main settings, how it stands, and a switch.
final class CardCell extends ListCell<Card> {

    private static final PseudoClass ATTENTION = PseudoClass.getPseudoClass("attention");
    private static final PseudoClass OFF = PseudoClass.getPseudoClass("off");
    private static final PseudoClass TARGET = PseudoClass.getPseudoClass("drop-target");

    private final RecipeEditor editor;
    private final Texts texts;
    private final Label title = new Label();
    private final Label detail = new Label();
    private final Label badge = new Label();
    private final Label light = new Label();
    private final FontIcon icon = new FontIcon("mdoal-layers");
    private final CheckBox on = new CheckBox();
    private final HBox content;

    CardCell(RecipeEditor editor, Texts texts) {
        this.editor = editor;
        this.texts = texts;
        getStyleClass().add("card-cell");
        FullText.asTooltip(title, detail);
        title.getStyleClass().add("card-name");
        detail.getStyleClass().add("card-detail");
        badge.getStyleClass().add("card-badge");
        light.getStyleClass().add("card-light");
        light.setMinWidth(Region.USE_PREF_SIZE);
        badge.setMinWidth(Region.USE_PREF_SIZE);
        on.setFocusTraversable(false);
        on.setTooltip(new Tooltip(texts.of("recipe.card.switch")));
        on.setOnAction(_ -> editor.toggle(getIndex() - 1));
        HBox head = new HBox(title, light);
        head.getStyleClass().add("card-line");
        HBox foot = new HBox(detail, grow(), badge);
        foot.getStyleClass().add("card-line");
        VBox words = new VBox(head, foot);
        words.getStyleClass().add("card-words");
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        content = new HBox(icon, words, on);
        content.getStyleClass().add("card-content");
        setPrefWidth(0); // as wide as the list, never wider
        acceptDragging();
    }

    private static Node grow() {
        Region between = new Region();
        HBox.setHgrow(between, Priority.ALWAYS);
        return between;
    }

    @Override
    protected void updateItem(Card card, boolean empty) {
        super.updateItem(card, empty);
        pseudoClassStateChanged(ATTENTION, !empty && card != null && card.state() == Card.State.ATTENTION);
        pseudoClassStateChanged(OFF, !empty && card != null && card.state() == Card.State.OFF);
        if (empty || card == null) {
            setGraphic(null);
            setAccessibleText("");
            return;
        }
        boolean strategy = card.kind() == Card.Kind.STRATEGY;
        title.setText(card.title());
        detail.setText(card.detail());
        badge.setText(card.badge());
        badge.setVisible(!card.badge().isEmpty());
        badge.setManaged(!card.badge().isEmpty());
        light.setText(sign(card.state()));
        icon.setIconLiteral(icon(card.kind()));
        on.setVisible(strategy);
        on.setManaged(strategy);
        on.setSelected(card.state() != Card.State.OFF);
        on.setAccessibleText(texts.of("recipe.card.on", card.title()));
        setAccessibleText(texts.of("recipe.card.words", card.title(), card.detail(), texts.of(card.state())));
        setGraphic(content);
    }

    private static String sign(Card.State state) {
        return switch (state) {
            case READY -> "✓";
            case ATTENTION -> "△";
            case OFF -> "○";
        };
    }

    private static String icon(Card.Kind kind) {
        return switch (kind) {
            case DATASET -> "mdoal-grid_on";
            case STRATEGY -> "mdoal-drag_indicator";
            case OUTPUT -> "mdomz-save_alt";
        };
    }

    private void acceptDragging() {
        setOnDragDetected(event -> {
            if (getItem() != null && getItem().kind() == Card.Kind.STRATEGY) {
                Dragboard board = startDragAndDrop(TransferMode.MOVE);
                ClipboardContent moved = new ClipboardContent();
                moved.putString(String.valueOf(getIndex() - 1));
                board.setContent(moved);
                board.setDragView(content.snapshot(null, null));
                event.consume();
            }
        });
        setOnDragOver(event -> {
            if (isCardFor(event)) {
                event.acceptTransferModes(TransferMode.MOVE);
                event.consume();
            }
        });
        setOnDragEntered(event -> pseudoClassStateChanged(TARGET, isCardFor(event)));
        setOnDragExited(_ -> pseudoClassStateChanged(TARGET, false));
        setOnDragDropped(event -> {
            boolean moved = isCardFor(event);
            if (moved) {
                editor.move(Integer.parseInt(event.getDragboard().getString()), getIndex() - 1);
            }
            event.setDropCompleted(moved);
            event.consume();
        });
    }

    private boolean isCardFor(DragEvent event) {
        return event.getGestureSource() instanceof CardCell
                && getItem() != null
                && getItem().kind() == Card.Kind.STRATEGY;
    }
}
