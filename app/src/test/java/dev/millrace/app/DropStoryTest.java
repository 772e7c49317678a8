package dev.millrace.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.app.recipe.Template;
import dev.millrace.app.shell.Place;

import javafx.scene.Node;
import javafx.scene.control.ListCell;
import javafx.scene.input.DataFormat;
import javafx.scene.input.TransferMode;
import javafx.stage.Stage;

import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// What a person drops on the window and in it.
class DropStoryTest extends RecipeStory {

    @Start
    void start(Stage stage) {
        open(stage);
    }

    private static Node card(FxRobot robot, int at) {
        return robot.lookup(".card-cell").match((ListCell<?> cell) -> !cell.isEmpty() && cell.getIndex() == at).query();
    }

    @Test
    void strategiesAreOrderedByDragging(FxRobot robot) {
        robot.interact(() -> editor.startWith(Template.TRAINING_SET));
        assertThat(titles()).containsExactly("Random split", "Missing-value imputation", "Risk-table mapping");
        Node third = card(robot, 3);
        Node first = card(robot, 1);
        robot.interact(
                () -> assertThat(Dropping.on(first, third, TransferMode.MOVE, DataFormat.PLAIN_TEXT, "2")).isTrue());
        assertThat(titles()).containsExactly("Risk-table mapping", "Random split", "Missing-value imputation");
        assertThat(editor.selectedProperty().get()).isEqualTo(1);
        robot.interact(editor.history()::undo);
        assertThat(titles()).containsExactly("Random split", "Missing-value imputation", "Risk-table mapping");
    }

    @Test
    void aFolderThatIsDroppedOnTheWindowIsOpened(FxRobot robot) throws Exception {
        Path shards = Files.createDirectories(folder.resolve("dropped"));
        Files.writeString(shards.resolve("part-00001.csv"), "a,label\n1,0\n");
        Files.writeString(shards.resolve("part-00002.csv"), "a,label\n2,1\n");
        Node window = robot.lookup("#root").query();
        robot.interact(() ->
                assertThat(Dropping.on(window, window, TransferMode.COPY, DataFormat.FILES, List.of(shards.toFile())))
                        .isTrue());
        Waiting.until(() -> wiring.data().shards().size() == 2 && wiring.data().datasetProperty().get() != null);
        assertThat(wiring.shell().placeProperty().get()).isEqualTo(Place.DATA);
        assertThat(robot.lookup("#drop").query().isVisible()).isFalse();
    }
}
