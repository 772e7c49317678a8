package dev.millrace.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.geometry.Rectangle2D;

import org.junit.jupiter.api.Test;

import java.util.List;

class WindowStateTest {

    private static final Rectangle2D LEFT = new Rectangle2D(0, 0, 1920, 1080);
    private static final Rectangle2D RIGHT = new Rectangle2D(1920, 0, 2560, 1440);

    @Test
    void windowComesBackToItsScreen() {
        Rectangle2D kept = new Rectangle2D(2400, 100, 1280, 800);
        assertThat(WindowState.placed(kept, LEFT, List.of(LEFT, RIGHT))).isEqualTo(kept);
    }

    @Test
    void windowOfAScreenThatIsGoneIsInTheMiddleOfThePrimaryOne() {
        Rectangle2D kept = new Rectangle2D(2400, 100, 1280, 800);
        assertThat(WindowState.placed(kept, LEFT, List.of(LEFT))).isEqualTo(new Rectangle2D(320, 140, 1280, 800));
    }

    @Test
    void windowThatHangsOutIsMovedIn() {
        Rectangle2D kept = new Rectangle2D(1000, -200, 1280, 800);
        assertThat(WindowState.placed(kept, LEFT, List.of(LEFT))).isEqualTo(new Rectangle2D(640, 0, 1280, 800));
    }

    @Test
    void windowThatIsTooLargeIsMadeSmaller() {
        Rectangle2D small = new Rectangle2D(0, 0, 1024, 600);
        Rectangle2D kept = new Rectangle2D(0, 0, 1280, 800);
        assertThat(WindowState.placed(kept, small, List.of(small))).isEqualTo(small);
    }
}
