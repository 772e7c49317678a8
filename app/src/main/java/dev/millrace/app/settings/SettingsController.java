package dev.millrace.app.settings;

import dev.millrace.app.text.Texts;
import dev.millrace.app.theme.Theme;
import dev.millrace.app.theme.ThemeViewModel;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Spinner;
import javafx.scene.control.SpinnerValueFactory.IntegerSpinnerValueFactory;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;

/// The settings' view: what is changed holds at once.
public final class SettingsController {

    private static final int MEMORY_STEP = 256;

    private final SettingsViewModel settings;
    private final ThemeViewModel theme;
    private final Texts texts;

    @FXML private HBox themes;
    @FXML private HBox sizes;
    @FXML private CheckBox reducedMotion;
    @FXML private Spinner<Integer> workers;
    @FXML private Spinner<Integer> memory;
    @FXML private CheckBox notices;
    @FXML private Spinner<Integer> noticeSeconds;
    @FXML private CheckBox confirmsCancel;
    @FXML private Spinner<Integer> recents;

    public SettingsController(SettingsViewModel settings, ThemeViewModel theme, Texts texts) {
        this.settings = settings;
        this.theme = theme;
        this.texts = texts;
    }

    @FXML
    private void initialize() {
        ToggleGroup colours = new ToggleGroup();
        for (Theme each : Theme.values()) {
            ToggleButton button = segment(texts.of(each), colours);
            button.setOnAction(_ -> theme.themeProperty().set(each));
            theme.themeProperty().subscribe(chosen -> button.setSelected(chosen == each));
            themes.getChildren().add(button);
        }
        ToggleGroup percents = new ToggleGroup();
        for (int size : SettingsViewModel.TEXT_SIZES) {
            ToggleButton button = segment(texts.of("settings.percent", size), percents);
            button.setOnAction(_ -> settings.textSizeProperty().set(size));
            settings.textSizeProperty().subscribe(chosen -> button.setSelected(chosen.intValue() == size));
            sizes.getChildren().add(button);
        }
        bind(reducedMotion, settings.reducedMotionProperty());
        bind(notices, settings.noticesProperty());
        bind(confirmsCancel, settings.confirmsCancelProperty());
        bind(workers, settings.workersProperty(), 0, SettingsViewModel.MOST_WORKERS, 1);
        bind(memory, settings.memoryProperty(), 0, SettingsViewModel.MOST_MEMORY, MEMORY_STEP);
        bind(noticeSeconds, settings.noticeSecondsProperty(), 0, SettingsViewModel.MOST_SECONDS, 10);
        bind(recents, settings.recentsProperty(), 1, SettingsViewModel.MOST_RECENTS, 1);
        noticeSeconds.disableProperty().bind(settings.noticesProperty().not());
    }

    /// What has the focus first.
    public Node first() {
        return themes.getChildren().getFirst();
    }

    @FXML
    private void reset() {
        settings.reset();
        theme.themeProperty().set(Theme.SYSTEM);
    }

    /// A button of a row of which one is chosen.
    private static ToggleButton segment(String text, ToggleGroup group) {
        ToggleButton button =
                new ToggleButton(text) {
                    @Override
                    public void fire() {
                        if (!isSelected()) {
                            super.fire();
                        }
                    }
                };
        button.setToggleGroup(group);
        button.getStyleClass().add("segment");
        return button;
    }

    private static void bind(CheckBox box, BooleanProperty property) {
        box.selectedProperty().bindBidirectional(property);
    }

    private static void bind(Spinner<Integer> spinner, IntegerProperty property, int least, int most, int step) {
        spinner.setValueFactory(new IntegerSpinnerValueFactory(least, most, property.get(), step));
        spinner.setEditable(true);
        spinner.getEditor().accessibleTextProperty().bind(spinner.accessibleTextProperty());
        spinner.valueProperty()
                .subscribe(value -> {
                    if (value != null) {
                        property.set(value);
                    }
                });
        property.subscribe(value -> spinner.getValueFactory().setValue(value.intValue()));
        spinner.getEditor()
                .focusedProperty()
                .subscribe(focused -> {
                    if (!focused) {
                        commit(spinner, property);
                    }
                });
    }

    /// What is no number is taken back.
    private static void commit(Spinner<Integer> spinner, IntegerProperty property) {
        try {
            spinner.commitValue();
        } catch (NumberFormatException noNumber) {
            spinner.getEditor().setText(Integer.toString(property.get()));
        }
    }
}
