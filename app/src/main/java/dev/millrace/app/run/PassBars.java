package dev.millrace.app.run;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import java.util.ArrayList;
import java.util.List;

/// A bar for each pass.
public final class PassBars extends HBox {

    public PassBars() {
        getStyleClass().add("passes");
    }

    void show(List<PassProgress> passes) {
        List<Node> cards = new ArrayList<>();
        passes.forEach(pass -> cards.add(card(pass)));
        getChildren().setAll(cards);
    }

    private static Node card(PassProgress pass) {
        Label name = new Label(pass.title());
        name.getStyleClass().add("pass-title");
        Label status = new Label();
        status.getStyleClass().add("pass-status");
        status.textProperty().bind(pass.statusProperty());
        HBox.setHgrow(name, Priority.ALWAYS);
        name.setMaxWidth(Double.MAX_VALUE);
        ProgressBar share = new ProgressBar();
        share.setMaxWidth(Double.MAX_VALUE);
        share.progressProperty().bind(pass.shareProperty());
        share.accessibleTextProperty().bind(pass.statusProperty());
        VBox card = new VBox(new HBox(name, status), share);
        card.getStyleClass().addAll("pane-card", "pass");
        HBox.setHgrow(card, Priority.ALWAYS);
        card.setPrefWidth(1);
        return card;
    }
}
