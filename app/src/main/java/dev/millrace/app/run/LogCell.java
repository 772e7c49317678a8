package dev.millrace.app.run;

import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;

import org.kordamp.ikonli.javafx.FontIcon;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// A line of the log: time, sign and words.
final class LogCell extends ListCell<LogEntry> {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
    private static final PseudoClass WARNING = PseudoClass.getPseudoClass("warning");
    private static final PseudoClass FAILURE = PseudoClass.getPseudoClass("failure");
    private static final PseudoClass STEP = PseudoClass.getPseudoClass("step");

    private final Label time = new Label();
    private final FontIcon icon = new FontIcon();
    private final Label text = new Label();
    private final HBox line = new HBox(time, icon, text);

    LogCell() {
        getStyleClass().add("log-cell");
        time.getStyleClass().add("log-time");
        time.setMinWidth(USE_PREF_SIZE);
        line.getStyleClass().add("log-line");
        line.setMinWidth(0);
        line.setPrefWidth(0);
    }

    @Override
    protected void updateItem(LogEntry entry, boolean empty) {
        super.updateItem(entry, empty);
        if (empty || entry == null) {
            setGraphic(null);
            return;
        }
        time.setText(TIME.format(entry.at().atZone(ZoneId.systemDefault())));
        text.setText(entry.text());
        icon.setIconLiteral(
                switch (entry.level()) {
                    case STEP -> "mdoal-chevron_right";
                    case DETAIL -> "mdoal-check";
                    case WARNING -> "mdomz-warning";
                    case FAILURE -> "mdoal-error";
                });
        pseudoClassStateChanged(STEP, entry.level() == LogEntry.Level.STEP);
        pseudoClassStateChanged(WARNING, entry.level() == LogEntry.Level.WARNING);
        pseudoClassStateChanged(FAILURE, entry.level() == LogEntry.Level.FAILURE);
        setGraphic(line);
    }
}
