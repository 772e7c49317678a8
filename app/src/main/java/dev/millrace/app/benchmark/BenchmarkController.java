package dev.millrace.app.benchmark;

import dev.millrace.app.action.Action;
import dev.millrace.app.problem.ProblemController;
import dev.millrace.app.text.Figures;
import dev.millrace.app.text.Texts;
import dev.millrace.app.view.Desktop;
import dev.millrace.app.view.Shown;
import dev.millrace.lab.report.ReportFolder;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;

import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/// Benchmark's view.
public final class BenchmarkController {

    private final BenchmarkViewModel benchmark;
    private final Runnable showRecipe;
    private final Runnable showHome;
    private final Desktop desktop;
    private final Texts texts;
    private final Figures figures;

    @FXML private ProblemController problemController;
    @FXML private Label subtitle;
    @FXML private Button startButton;
    @FXML private Button cancelButton;
    @FXML private Button reportButton;
    @FXML private MenuButton moreButton;
    @FXML private ToggleButton setUpSegment;
    @FXML private ToggleButton resultSegment;
    @FXML private ToggleButton earlierSegment;
    @FXML private Label cancelled;
    @FXML private Node empty;
    @FXML private Node nothing;
    @FXML private ScrollPane setUpScroll;
    @FXML private ScrollPane resultScroll;
    @FXML private ScrollPane liveScroll;
    @FXML private ScrollPane earlierScroll;

    /// @param showRecipe goes to what has to be mended before it can be run
    /// @param showHome goes to where something can be opened
    public BenchmarkController(
            BenchmarkViewModel benchmark,
            Runnable showRecipe,
            Runnable showHome,
            Desktop desktop,
            Texts texts,
            Figures figures) {
        this.benchmark = benchmark;
        this.showRecipe = showRecipe;
        this.showHome = showHome;
        this.desktop = desktop;
        this.texts = texts;
        this.figures = figures;
    }

    @FXML
    private void initialize() {
        BenchmarkWords words = new BenchmarkWords(texts, figures);
        ResultPane result = new ResultPane(words, texts, figures);
        setUpScroll.setContent(new SetUpPane(benchmark, desktop, words, texts, figures));
        resultScroll.setContent(result);
        liveScroll.setContent(new LivePane(benchmark.board(), benchmark.stateProperty(), words, texts));
        earlierScroll.setContent(new EarlierPane(benchmark, words, texts, figures));
        benchmark
                .openProperty()
                .subscribe(shown -> {
                    result.show(shown == null ? null : shown.benchmark());
                    resultScroll.setVvalue(0);
                });
        subtitle.textProperty()
                .bind(
                        benchmark
                                .openProperty()
                                .map(shown ->
                                        texts.of(
                                                "benchmark.subtitle",
                                                shown.benchmark().name(),
                                                words.moment(shown.benchmark())))
                                .orElse(texts.of("benchmark.subtitle.none")));
        problemController.bind(benchmark.problemProperty());
        bindSections();
        bindButtons();
    }

    private void bindSections() {
        ToggleGroup group = new ToggleGroup();
        Map<BenchmarkSection, ToggleButton> segments =
                Map.of(
                        BenchmarkSection.SET_UP, setUpSegment,
                        BenchmarkSection.RESULT, resultSegment,
                        BenchmarkSection.EARLIER, earlierSegment);
        segments.forEach((section, segment) -> {
            segment.setToggleGroup(group);
            segment.setOnAction(_ -> {
                segment.setSelected(true); // one that is chosen stays so
                benchmark.sectionProperty().set(section);
            });
            benchmark.sectionProperty().subscribe(chosen -> segment.setSelected(chosen == section));
        });
        Shown.when(when(() -> is(BenchmarkSection.SET_UP) && isOpen()), setUpScroll);
        Shown.when(when(() -> is(BenchmarkSection.SET_UP) && !isOpen()), empty);
        Shown.when(when(() -> is(BenchmarkSection.EARLIER)), earlierScroll);
        Shown.when(when(() -> is(BenchmarkSection.RESULT) && benchmark.openProperty().get() != null), resultScroll);
        Shown.when(when(() -> is(BenchmarkSection.RESULT) && isUnderWay()), liveScroll);
        Shown.when(
                when(() -> is(BenchmarkSection.RESULT) && benchmark.openProperty().get() == null && !isUnderWay()),
                nothing);
        Shown.when(
                when(() -> is(BenchmarkSection.RESULT) && state() == BenchmarkState.CANCELLED && isUnderWay()),
                cancelled);
    }

    private void bindButtons() {
        BooleanBinding live = when(() -> state().isLive());
        Shown.when(live.not(), startButton);
        startButton.disableProperty().bind(canStart().not());
        Shown.when(live, cancelButton);
        cancelButton.disableProperty().bind(when(() -> state() == BenchmarkState.CANCELLING));
        BooleanBinding hasResult = when(() -> is(BenchmarkSection.RESULT) && benchmark.openProperty().get() != null);
        Shown.when(hasResult, reportButton, moreButton);
    }

    private BooleanBinding canStart() {
        return Bindings.createBooleanBinding(
                () -> isOpen() && benchmark.canStart(),
                benchmark.stateProperty(),
                benchmark.projectProperty(),
                benchmark.setUp().revisionProperty(),
                benchmark.isRunningProperty());
    }

    private BooleanBinding when(BooleanSupplier condition) {
        return Bindings.createBooleanBinding(
                condition::getAsBoolean,
                benchmark.sectionProperty(),
                benchmark.stateProperty(),
                benchmark.openProperty(),
                benchmark.projectProperty());
    }

    private BenchmarkState state() {
        return benchmark.stateProperty().get();
    }

    private boolean is(BenchmarkSection section) {
        return benchmark.sectionProperty().get() == section;
    }

    private boolean isOpen() {
        return benchmark.projectProperty().get() != null;
    }

    /// Whether there is a benchmark that is on, or did not come to its end.
    private boolean isUnderWay() {
        return benchmark.openProperty().get() == null && state() != BenchmarkState.IDLE;
    }

    /// What can be done here.
    public List<Action> actions() {
        return List.of(
                Action.of("benchmark.start", texts.of("action.benchmark.start"), this::start)
                        .onShiftShortcut(KeyCode.ENTER)
                        .when(canStart()),
                Action.of("benchmark.cancel", texts.of("action.benchmark.cancel"), this::cancel)
                        .onShiftShortcut(KeyCode.PERIOD)
                        .when(when(() -> state() == BenchmarkState.RUNNING)),
                Action.of("benchmark.report", texts.of("action.benchmark.report"), this::openReport)
                        .when(when(() -> benchmark.openProperty().get() != null)));
    }

    @FXML
    private void start() {
        benchmark.start(showRecipe);
    }

    @FXML
    private void cancel() {
        benchmark.cancel();
    }

    @FXML
    private void goHome() {
        showHome.run();
    }

    @FXML
    private void showSetUp() {
        benchmark.sectionProperty().set(BenchmarkSection.SET_UP);
    }

    /// Opens the page; writes it anew if it is not there any more.
    @FXML
    private void openReport() {
        PastBenchmark shown = benchmark.openProperty().get();
        if (shown != null) {
            if (Files.exists(shown.folder().resolve(ReportFolder.PAGE))) {
                desktop.show(shown.folder().resolve(ReportFolder.PAGE));
            } else {
                benchmark.export(shown.folder(), folder -> desktop.show(folder.resolve(ReportFolder.PAGE)));
            }
        }
    }

    @FXML
    private void openFolder() {
        PastBenchmark shown = benchmark.openProperty().get();
        if (shown != null) {
            desktop.show(shown.folder());
        }
    }

    @FXML
    private void export() {
        desktop.chooseFolder(texts.of("benchmark.export.dialog"))
                .ifPresent(folder -> benchmark.export(folder, desktop::show));
    }

    @FXML
    private void copyHeadline() {
        PastBenchmark shown = benchmark.openProperty().get();
        if (shown != null) {
            desktop.copy(String.join("\n", shown.benchmark().comparison().headline()));
        }
    }
}
