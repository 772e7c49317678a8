package dev.millrace.app.benchmark;

import dev.millrace.app.text.Figures;
import dev.millrace.app.text.Texts;
import dev.millrace.app.view.Desktop;
import dev.millrace.app.view.Shown;
import dev.millrace.app.view.WrappingLine;
import dev.millrace.lab.measure.Machine;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.BooleanProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.javafx.FontIcon;

/// What is compared, how often, and what to expect of it.
final class SetUpPane extends VBox {

    private static final int MOST_RUNS = 1000;
    private static final int CARD_WIDTH = 480;

    private final BenchmarkViewModel benchmark;
    private final Desktop desktop;
    private final BenchmarkWords words;
    private final Texts texts;

    SetUpPane(BenchmarkViewModel benchmark, Desktop desktop, BenchmarkWords words, Texts texts, Figures figures) {
        this.benchmark = benchmark;
        this.desktop = desktop;
        this.words = words;
        this.texts = texts;
        getStyleClass().add("page-content");
        HBox below = new HBox(effort(), expected());
        below.getStyleClass().add("chart-row");
        getChildren().setAll(sides(figures), below);
    }

    private VBox sides(Figures figures) {
        SetUpViewModel setUp = benchmark.setUp();
        Button add = new Button(texts.of("benchmark.side.add"), new FontIcon("mdoal-add"));
        add.setId("benchmark-add-side");
        add.setOnAction(_ -> setUp.addSide());
        add.disableProperty().bind(Bindings.size(setUp.sides()).greaterThanOrEqualTo(SetUpViewModel.MOST_SIDES));
        Label twins = line("", "warning-line");
        twins.setGraphic(new FontIcon("mdomz-warning"));
        twins.textProperty().bind(twins());
        Shown.when(twins.textProperty().isNotEmpty(), twins);
        ScrollPane grid = aside(new SidesGrid(setUp, texts, figures));
        return card("benchmark.sides", text("benchmark.sides.meaning"), grid, add, twins);
    }

    /// What is wider than a window with large texts can be scrolled.
    private static ScrollPane aside(Node wide) {
        ScrollPane pane = new ScrollPane(wide);
        pane.getStyleClass().add("sides-scroll");
        pane.setVbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        pane.setMinHeight(USE_PREF_SIZE);
        return pane;
    }

    private StringBinding twins() {
        SetUpViewModel setUp = benchmark.setUp();
        return Bindings.createStringBinding(
                () -> setUp.twins().map(each -> texts.of("benchmark.twins", each.first(), each.second())).orElse(""),
                setUp.revisionProperty());
    }

    private VBox effort() {
        SetUpViewModel setUp = benchmark.setUp();
        NumberBox runs = new NumberBox(setUp.runsProperty(), 1, MOST_RUNS, 1, texts.of("benchmark.repetitions"), "");
        runs.setId("benchmark-runs");
        NumberBox warmUps = new NumberBox(setUp.warmUpsProperty(), 0, MOST_RUNS, 1, texts.of("benchmark.warmUps"), "");
        warmUps.setId("benchmark-warm-ups");
        Label folder = new Label();
        folder.getStyleClass().add("output-path");
        folder.setWrapText(true);
        folder.textProperty()
                .bind(Bindings.createStringBinding(this::folder, setUp.parentProperty(), benchmark.projectProperty()));
        Button choose = new Button(texts.of("benchmark.folder.choose"));
        choose.setMinWidth(USE_PREF_SIZE);
        choose.setOnAction(
                _ -> desktop.chooseFolder(texts.of("benchmark.folder.dialog")).ifPresent(setUp.parentProperty()::set));
        return card(
                "benchmark.effort",
                setting("benchmark.repetitions", runs, text("benchmark.repetitions.meaning")),
                setting("benchmark.warmUps", warmUps, text("benchmark.warmUps.meaning")),
                box("benchmark.scaling", setUp.scalingProperty()),
                box("benchmark.constraints", setUp.constraintsProperty()),
                box("benchmark.quality", setUp.qualityProperty()),
                new WrappingLine(named("benchmark.folder"), folder, choose));
    }

    private String folder() {
        if (benchmark.setUp().parentProperty().get() != null) {
            return String.valueOf(benchmark.setUp().parentProperty().get());
        }
        return texts.of("benchmark.folder.usual");
    }

    private VBox expected() {
        Label time = new Label();
        time.setId("benchmark-expected");
        time.getStyleClass().add("fact-value");
        time.setWrapText(true);
        time.textProperty()
                .bind(
                        benchmark
                                .expectationProperty()
                                .map(words::expectation)
                                .orElse(texts.of("benchmark.noExpectation")));
        Label rests = line("", "hint");
        rests.textProperty().bind(benchmark.expectationProperty().map(each -> words.rests(each.rests())).orElse(""));
        Label machine = line("", "machine-line");
        FontIcon sign = new FontIcon();
        machine.setGraphic(sign);
        benchmark
                .machineProperty()
                .subscribe(seen -> {
                    machine.setText(seen == null ? texts.of("benchmark.machine.unknown") : words.machine(seen));
                    boolean busy = seen != null && !seen.wasIdle();
                    sign.setIconLiteral(busy ? "mdomz-warning" : "mdoal-check_circle");
                    machine.pseudoClassStateChanged(javafx.css.PseudoClass.getPseudoClass("busy"), busy);
                    sign.setVisible(seen != null);
                });
        Button again = new Button(texts.of("benchmark.machine.again"));
        again.setOnAction(_ -> benchmark.lookAtMachine());
        Shown.when(benchmark.machineProperty().map(SetUpPane::isBusy).orElse(false), again);
        Label running = line(texts.of("benchmark.running"), "warning-line");
        running.setId("benchmark-run-is-on");
        running.setGraphic(new FontIcon("mdomz-warning"));
        Shown.when(benchmark.isRunningProperty(), running);
        return card("benchmark.expect", running, time, rests, machine, again, text("benchmark.leaveAlone"));
    }

    private static boolean isBusy(Machine machine) {
        return !machine.wasIdle();
    }

    private VBox card(String title, Node... content) {
        Label heading = new Label(texts.of(title));
        heading.getStyleClass().add("card-title");
        VBox card = new VBox(heading);
        card.getChildren().addAll(content);
        card.getStyleClass().addAll("pane-card", "set-up-card");
        card.setMinWidth(0);
        card.setPrefWidth(CARD_WIDTH); // alike, so that cards of a row share its width
        HBox.setHgrow(card, Priority.ALWAYS);
        return card;
    }

    /// What is set; its meaning is below where there is no room beside.
    private WrappingLine setting(String name, Node box, Label meaning) {
        return new WrappingLine(named(name, box), meaning);
    }

    private HBox named(String name, Node... controls) {
        Label label = new Label(texts.of(name));
        label.getStyleClass().add("setting-name");
        HBox line = new HBox(label);
        line.getChildren().addAll(controls);
        line.getStyleClass().add("setting");
        return line;
    }

    private CheckBox box(String name, BooleanProperty property) {
        CheckBox box = new CheckBox(texts.of(name));
        box.setWrapText(true);
        box.selectedProperty().bindBidirectional(property);
        return box;
    }

    private Label text(String key) {
        return line(texts.of(key), "hint");
    }

    private static Label line(String text, String style) {
        Label line = new Label(text);
        line.getStyleClass().add(style);
        line.setWrapText(true);
        line.setMinHeight(Region.USE_PREF_SIZE);
        return line;
    }
}
