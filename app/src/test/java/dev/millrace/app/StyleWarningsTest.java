package dev.millrace.app;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Scene;
import javafx.scene.layout.Region;

import org.junit.jupiter.api.Test;

/// That silence of JavaFX means something.
class StyleWarningsTest {

    @Test
    void aColourThatIsNotKnownWhereItIsAskedForIsHeardOf() throws Exception {
        try (StyleWarnings warnings = new StyleWarnings()) {
            Snapshots.onScreenThread(() -> {
                Region region = new Region();
                region.setStyle("-fx-background-color: -nowhere-defined;");
                Scene scene = new Scene(region);
                scene.getRoot().applyCss();
                return scene;
            });
            assertThat(warnings.told()).anyMatch(told -> told.contains("-fx-background-color"));
        }
    }
}
