package dev.millrace.app.run;

import dev.millrace.app.text.Figures;
import dev.millrace.app.text.Texts;
import dev.millrace.app.view.Shown;
import dev.millrace.engine.problem.Place;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import java.util.Locale;
import java.util.function.Consumer;

/// What a run tells beyond its progress, one thing at a time: workers, times of shards, findings, log.
final class RunDetails extends VBox {

    /// What is shown.
    enum Tab {
        WORKERS,
        TIMES,
        FINDINGS,
        LOG
    }

    private static final double LEAST_HEIGHT = 208;
    private static final double HEAD = 64; // tabs and what is around them

    private final RunViewModel run;
    private final Texts texts;
    private final ObjectProperty<Tab> shown = new SimpleObjectProperty<>(Tab.WORKERS);
    private final HBox head = new HBox();
    private final StackPane pages = new StackPane();
    private final LanesView lanes;
    private final TimesPane times;
    private final ListView<Finding> findings = new ListView<>();
    private final ListView<LogEntry> log = new ListView<>();
    private final ToggleButton findingsTab;
    private final ListChangeListener<LogEntry> follow = _ -> log.scrollTo(log.getItems().size() - 1);
    private final ListChangeListener<Finding> count = _ -> showCount();

    /// @param openThere shows a place in Data
    RunDetails(RunViewModel run, Consumer<Place> openThere, Texts texts, Figures figures) {
        this.run = run;
        this.texts = texts;
        lanes = new LanesView(run.traceProperty().get(), texts, figures);
        times = new TimesPane(texts, figures);
        getStyleClass().addAll("pane-card", "run-details");
        head.getStyleClass().add("segments");
        ToggleGroup group = new ToggleGroup();
        tab(group, Tab.WORKERS, "run.tab.workers", lanes);
        tab(group, Tab.TIMES, "run.tab.times", times);
        findingsTab = tab(group, Tab.FINDINGS, "run.tab.findings", findings);
        tab(group, Tab.LOG, "run.log", log);
        Region spring = new Region();
        HBox.setHgrow(spring, Priority.ALWAYS);
        head.getChildren().addAll(spring, key());
        VBox.setVgrow(pages, Priority.ALWAYS);
        getChildren().setAll(head, pages);
        lanes.setId("lanes");
        fillLists(openThere);
        run.traceProperty().subscribe(this::show);
        run.timesProperty().subscribe(this::showTimes);
        shown.subscribe(this::showTimes);
    }

    ObjectProperty<Tab> shownProperty() {
        return shown;
    }

    /// Paints what changed.
    void refresh() {
        fitHeight();
        lanes.refresh();
    }

    private void fitHeight() {
        int workers = run.traceProperty().get().lanes().lanes().size();
        setMinHeight(Math.max(LEAST_HEIGHT, HEAD + LanesGrid.leastHeight(workers)));
    }

    private ToggleButton tab(ToggleGroup group, Tab tab, String key, Node page) {
        ToggleButton button = new ToggleButton(texts.of(key, 0));
        button.setId("tab-" + tab.name().toLowerCase(Locale.ROOT));
        button.getStyleClass().add("segment");
        button.setToggleGroup(group);
        button.setOnAction(_ -> {
            shown.set(tab);
            button.setSelected(true);
        });
        shown.subscribe(now -> button.setSelected(now == tab));
        page.visibleProperty().bind(shown.isEqualTo(tab));
        pages.getChildren().add(page);
        head.getChildren().add(button);
        return button;
    }

    /// The colours of the lanes.
    private Node key() {
        HBox key = new HBox(sign("fit"), word("Kind.FIT"), sign("transform"), word("Kind.TRANSFORM"));
        key.getStyleClass().add("lanes-key");
        Shown.when(shown.isEqualTo(Tab.WORKERS), key);
        return key;
    }

    private static Region sign(String style) {
        Region sign = new Region();
        sign.getStyleClass().addAll("lanes-sign", style);
        return sign;
    }

    private Label word(String key) {
        Label word = new Label(texts.of(key));
        word.getStyleClass().add("board-hint");
        return word;
    }

    private void fillLists(Consumer<Place> openThere) {
        findings.setId("findingList");
        findings.getStyleClass().add("findings");
        findings.setCellFactory(_ -> new FindingCell(texts, openThere));
        findings.setPlaceholder(new Label(texts.of("run.findings.none")));
        findings.setAccessibleText(texts.of("run.tab.findings", 0));
        log.setId("log");
        log.getStyleClass().add("log");
        log.setCellFactory(_ -> new LogCell());
        log.setAccessibleText(texts.of("run.log"));
    }

    private void show(RunTrace trace) {
        lanes.setTrace(trace);
        fitHeight();
        follow(log, trace.log().shown(), follow);
        follow(findings, trace.findings().shown(), count);
        log.scrollTo(log.getItems().size() - 1);
        showCount();
        showTimes();
    }

    private static <T> void follow(ListView<T> list, ObservableList<T> items, ListChangeListener<T> listener) {
        if (list.getItems() != null) {
            list.getItems().removeListener(listener);
        }
        list.setItems(items);
        items.addListener(listener);
    }

    private void showCount() {
        Findings found = run.traceProperty().get().findings();
        findingsTab.setText(texts.of("run.tab.findings", found.failed() + found.rejected()));
    }

    /// Makes all of it anew, which costs too much to do for nobody.
    private void showTimes() {
        if (shown.get() == Tab.TIMES) {
            times.show(run.timesProperty().get(), run.passesProperty().get(), run.boardProperty().get());
        }
    }
}
