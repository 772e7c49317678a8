package dev.millrace.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.app.data.GridProbe;
import dev.millrace.app.data.ProfileBasis;
import dev.millrace.app.shell.Place;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.stage.Stage;

import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Data as a person uses it, on JavaFX's headless platform.
class DataStoryTest extends Story {

    private static final Duration LONGEST_FRAME = Duration.ofMillis(200);

    private Stage stage;

    @Start
    void start(Stage shown) {
        stage = shown;
        open(stage, 760);
    }

    @Test
    void columnIsFoundRowIsGoneToAndCellsAreCopiedByKeys(FxRobot robot) throws Exception {
        robot.clickOn("#sampleCard");
        until(() -> wiring.data().profile().basisProperty().get().kind() == ProfileBasis.Kind.EXACT);
        chord(robot, KeyCode.F);
        robot.write("velo");
        until(() -> GridProbe.column(stage.getScene()) == 8);
        robot.type(KeyCode.ENTER);
        until(() -> GridProbe.column(stage.getScene()) == 9);
        chord(robot, KeyCode.G);
        robot.write("600").type(KeyCode.ENTER);
        until(() -> GridProbe.row(stage.getScene()) == 599);
        robot.type(KeyCode.HOME);
        chord(robot, KeyCode.C);
        until(() -> test.desktop.copied.size() == 1);
        assertThat(test.desktop.copied.getFirst()).startsWith("T");
        chord(robot, KeyCode.END);
        until(() -> GridProbe.row(stage.getScene()) == 624);
        assertThat(GridProbe.column(stage.getScene())).isEqualTo(19);
        robot.type(KeyCode.F4);
        until(() -> robot.lookup(".inspector-title").queryAs(Label.class).getText().equals("label"));
    }

    @Test
    void shardsKeepTheirWidthHoweverWideTheWindowGets(FxRobot robot) throws Exception {
        robot.clickOn("#sampleCard");
        until(() -> wiring.data().profile().basisProperty().get().kind() == ProfileBasis.Kind.EXACT);
        Region shards = robot.lookup("#shards").queryAs(Region.class);
        double width = shards.getWidth();
        assertThat(width).isGreaterThan(250);
        robot.interact(() -> stage.setWidth(1250));
        until(() -> stage.getScene().getWidth() > 1200 && Math.abs(shards.getWidth() - width) < 2);
    }

    @Test
    void brokenShardIsSeenAndOpened(FxRobot robot) throws Exception {
        write("part-00001.csv", "a,b,label\n1,2,0\n");
        write("part-00002.csv", "a,b,label\n1,2,0\n1,2,0\n3,4\n5,6,1\n");
        robot.interact(() -> wiring.home().open(folder.resolve("given")));
        until(() -> wiring.data().attentionProperty().get() == 1);
        robot.clickOn("#attention");
        until(() -> robot.lookup("#shardProblem").queryAs(Node.class).isVisible());
        assertThat(robot.lookup("#shardProblemText").queryAs(Label.class).getText())
                .isEqualTo(
                        "Bad rows, line 4: the row has 2 fields but the header has 3: 3,4. "
                                + "Mend the row, or put quotes around a value that holds the delimiter.");
        robot.clickOn("#showThere");
        until(() -> GridProbe.row(stage.getScene()) == 2);
        assertThat(robot.lookup("#nextButton").queryAs(Node.class).isDisabled()).isFalse();
    }

    @Test
    void tableFollowsTheDelimiterThatIsChosen(FxRobot robot) throws Exception {
        write("part-00001.csv", "a;b|c;d\n1;2|3;4\n5;6|7;8\n");
        robot.interact(() -> wiring.home().open(folder.resolve("given")));
        until(() -> wiring.data().columnCount().equals("3"));
        MenuButton chip = robot.lookup("#delimiterChip").queryAs(MenuButton.class);
        assertThat(chip.getText()).isEqualTo("Delimiter: semicolon");
        robot.interact(() -> chip.getItems().get(4).fire());
        until(() -> wiring.data().columnCount().equals("2"));
        assertThat(chip.getText()).isEqualTo("Delimiter: bar");
        assertThat(wiring.shell().placeProperty().get()).isEqualTo(Place.DATA);
    }

    @Test
    void tenThousandShardsStayQuick(FxRobot robot) throws Exception {
        for (int shard = 0; shard < 10_000; shard++) {
            write("part-%05d.csv".formatted(shard), shard == 9_000 ? "id,x\n1\n" : "id,x\n" + shard + ",2\n");
        }
        FrameWatch watch = watched(robot);
        robot.interact(() -> wiring.home().open(folder.resolve("given")));
        TableView<?> shards = robot.lookup("#shards").queryTableView();
        until(() -> shards.getItems().size() == 10_000);
        until(() -> wiring.data().profile().basisProperty().get().kind() == ProfileBasis.Kind.EXACT);
        robot.type(KeyCode.F8);
        until(() -> shards.getSelectionModel().getSelectedIndex() == 9_000);
        assertThat(watch.longest()).isLessThan(LONGEST_FRAME);
    }

    @Test
    void tenThousandColumnsStayQuick(FxRobot robot) throws Exception {
        String names = IntStream.range(0, 10_000).mapToObj(i -> "f" + i).collect(Collectors.joining(","));
        String row = IntStream.range(0, 10_000).mapToObj(Integer::toString).collect(Collectors.joining(","));
        write("part-00001.csv", names + ("\n" + row).repeat(300) + "\n");
        FrameWatch watch = watched(robot);
        robot.interact(() -> wiring.home().open(folder.resolve("given")));
        until(() -> wiring.data().profile().basisProperty().get().kind() == ProfileBasis.Kind.SAMPLE);
        robot.clickOn("#grid");
        chord(robot, KeyCode.END);
        until(() -> GridProbe.column(stage.getScene()) == 9_999 && GridProbe.row(stage.getScene()) == 299);
        chord(robot, KeyCode.HOME);
        until(() -> GridProbe.column(stage.getScene()) == 0);
        chord(robot, KeyCode.F);
        robot.write("f7777");
        until(() -> GridProbe.column(stage.getScene()) == 7_777);
        assertThat(watch.longest()).isLessThan(LONGEST_FRAME);
    }

    /// Watches from the second opening on: the first one loads classes and styles.
    private FrameWatch watched(FxRobot robot) throws Exception {
        robot.interact(wiring.home()::openSample);
        until(() -> wiring.data().profile().basisProperty().get().kind() == ProfileBasis.Kind.EXACT);
        return WaitForAsyncUtils.asyncFx(() -> new FrameWatch(stage.getScene())).get();
    }

    private static void chord(FxRobot robot, KeyCode key) {
        robot.press(KeyCode.CONTROL, key).release(key, KeyCode.CONTROL);
    }

    private void write(String name, String content) throws IOException {
        Files.createDirectories(folder.resolve("given"));
        Files.writeString(folder.resolve("given").resolve(name), content);
    }

    private static void until(Callable<Boolean> condition) throws Exception {
        WaitForAsyncUtils.waitFor(30, TimeUnit.SECONDS, () -> WaitForAsyncUtils.asyncFx(condition).get());
        WaitForAsyncUtils.waitForFxEvents();
    }
}
