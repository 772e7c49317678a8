package dev.millrace.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.app.benchmark.BenchmarkState;
import dev.millrace.app.benchmark.BenchmarkViewModel;
import dev.millrace.app.run.RunState;
import dev.millrace.app.shell.Place;
import dev.millrace.lab.report.ReportFolder;
import dev.millrace.lab.result.Benchmark;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Spinner;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// The Benchmark place as a person uses it, every run in a process of its own.
class BenchmarkStoryTest extends Story {

    private BenchmarkViewModel benchmark;

    @Start
    void start(Stage stage) {
        open(stage, 760);
        benchmark = wiring.benchmark();
    }

    @BeforeEach
    void setUpAShortOne(FxRobot robot) throws Exception {
        robot.interact(wiring.home()::openSample);
        Waiting.until(() -> wiring.recipe().runnableProperty().get());
        robot.interact(() -> wiring.shell().placeProperty().set(Place.BENCHMARK));
        choose(robot, "#benchmark-runs", 2);
        choose(robot, "#benchmark-warm-ups", 0);
        Waiting.until(
                () -> benchmark.expectationProperty().get() != null && expected(robot).startsWith("4 runs, about "));
    }

    private static String expected(FxRobot robot) {
        return robot.lookup("#benchmark-expected").queryLabeled().getText();
    }

    private static void choose(FxRobot robot, String spinner, int number) {
        Spinner<Integer> box = robot.lookup(spinner).query();
        robot.interact(() -> box.getValueFactory().setValue(number));
    }

    private void begin(FxRobot robot) throws Exception {
        fire(robot, "#startButton");
        Waiting.until(() -> !benchmark.board().runs().isEmpty());
    }

    private static boolean isSeen(Node node) {
        return node.isVisible() && (node.getParent() == null || isSeen(node.getParent()));
    }

    private static List<String> dots(FxRobot robot) {
        return robot.lookup(".dot-chart .dot").queryAll().stream()
                .filter(BenchmarkStoryTest::isSeen)
                .map(dot -> String.valueOf(dot.getAccessibleText()))
                .filter(words -> words.startsWith("Run "))
                .toList();
    }

    private static List<String> headline(FxRobot robot) {
        return robot.lookup(".headline").queryAll().stream()
                .filter(BenchmarkStoryTest::isSeen)
                .map(line -> ((Label) line).getText())
                .toList();
    }

    private List<Path> reports() throws Exception {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().startsWith("benchmark-")).toList();
        }
    }

    @Test
    void everyRunIsADotAndWhatFollowsIsTheHeadline(FxRobot robot) throws Exception {
        begin(robot);
        assertThat(dots(robot)).isNotEmpty();
        Waiting.until(() -> benchmark.stateProperty().get() == BenchmarkState.DONE);

        Benchmark found = benchmark.openProperty().get().benchmark();
        assertThat(found.runs()).hasSize(4).allMatch(run -> run.counts());
        assertThat(dots(robot)).hasSize(4);
        assertThat(headline(robot))
                .containsExactly(found.comparison().headline().getFirst())
                .first()
                .asString()
                .startsWith("Not enough runs to say whether streaming and batch differ in time: 2 and 2");
        assertThat(reports())
                .singleElement()
                .satisfies(written -> {
                    assertThat(written.resolve(ReportFolder.PAGE)).isNotEmptyFile();
                    assertThat(Benchmark.read(written.resolve(ReportFolder.BENCHMARK)).comparison())
                            .isEqualTo(found.comparison());
                });
    }

    @Test
    void aBenchmarkThatIsOnAllowsNoRunAndCanBeCancelled(FxRobot robot) throws Exception {
        begin(robot);
        robot.push(KeyCode.CONTROL, KeyCode.ENTER);
        Waiting.settle();
        assertThat(robot.lookup("#questionText").queryLabeled().getText()).contains("spoil its figures");
        fire(robot, "#confirm");
        assertThat(wiring.run().stateProperty().get()).isEqualTo(RunState.IDLE);

        fire(robot, "#cancelButton");
        Waiting.until(() -> benchmark.stateProperty().get() == BenchmarkState.CANCELLED);
        assertThat(isSeen(robot.lookup("#cancelled").query())).isTrue();
        assertThat(reports()).as("nothing is left").isEmpty();
    }
}
