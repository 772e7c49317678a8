package dev.millrace.app.run;

import dev.millrace.app.view.Shown;

import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import java.util.ArrayList;
import java.util.List;

/// A bar for each pass.
public final class PassBars extends HBox {

    private static final double GAP = 12;

    private final boolean brief;
    private final List<Label> names = new ArrayList<>();

    public PassBars() {
        this(false);
    }

    /// @param brief whether to leave out how many shards are done
    PassBars(boolean brief) {
        this.brief = brief;
        getStyleClass().add("passes");
    }

    void show(List<PassProgress> passes) {
        names.clear();
        List<Node> bars = new ArrayList<>();
        passes.forEach(pass -> bars.add(bar(pass)));
        getChildren().setAll(bars);
    }

    /// Takes the rest of the line beside other figures, or a line of its own where that has too little room for names.
    void fillLine(FlowPane lines, Region figures) {
        prefWidthProperty()
                .bind(
                        Bindings.createDoubleBinding(
                                () -> {
                                    double rest = lines.getWidth() - lines.getHgap() - figures.getWidth();
                                    return rest >= leastWidth() ? rest : lines.getWidth();
                                },
                                lines.widthProperty(),
                                figures.widthProperty(),
                                getChildren()));
    }

    private double leastWidth() {
        double widths = names.stream().mapToDouble(name -> name.prefWidth(-1)).sum();
        return widths + getSpacing() * Math.max(0, getChildren().size() - 1) + snappedLeftInset() + snappedRightInset();
    }

    private Node bar(PassProgress pass) {
        Label name = new Label(pass.title());
        name.getStyleClass().add("pass-title");
        names.add(name);
        Label status = new Label();
        status.getStyleClass().add("pass-status");
        status.textProperty().bind(pass.statusProperty());
        status.setMinWidth(USE_PREF_SIZE);
        HBox.setHgrow(name, Priority.ALWAYS);
        name.setMaxWidth(Double.MAX_VALUE);
        ProgressBar share = new ProgressBar();
        share.setMaxWidth(Double.MAX_VALUE);
        share.progressProperty().bind(pass.shareProperty());
        share.accessibleTextProperty().bind(pass.statusProperty());
        HBox words = new HBox(name, status);
        words.getStyleClass().add("pass-words");
        VBox block = new VBox(words, share);
        block.getStyleClass().add("pass");
        HBox.setHgrow(block, Priority.ALWAYS);
        block.setPrefWidth(1);
        Shown.when(
                Bindings.createBooleanBinding(
                        () -> !brief && block.getWidth() > name.prefWidth(-1) + GAP + status.prefWidth(-1),
                        block.widthProperty(),
                        status.textProperty()),
                status);
        return block;
    }
}
