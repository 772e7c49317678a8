package dev.millrace.app.data;

import dev.millrace.app.text.Texts;
import dev.millrace.engine.dataset.Dialect;
import dev.millrace.engine.dataset.DialectOverrides;
import dev.millrace.engine.dataset.MissingTokens;
import dev.millrace.engine.dataset.TextEncoding;

import javafx.css.PseudoClass;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// How the text is read, as chips: what was detected, or what a person chose instead.
final class DialectBar extends FlowPane {

    private static final double ONE_LINE = 720;
    private static final PseudoClass SAID = PseudoClass.getPseudoClass("said");
    private static final List<String> DELIMITERS = List.of(",", ";", "\t", "|", " ", ":");
    private static final List<String> QUOTES = List.of("\"", "'", "");

    private final DialectViewModel dialect;
    private final Texts texts;
    private final MenuButton delimiter = chip("delimiterChip");
    private final MenuButton quote = chip("quoteChip");
    private final MenuButton header = chip("headerChip");
    private final MenuButton encoding = chip("encodingChip");
    private final MenuButton missing = chip("missingChip");
    private final Label format = new Label();

    DialectBar(DialectViewModel dialect, Texts texts) {
        this.dialect = dialect;
        this.texts = texts;
        getStyleClass().add("dialect-bar");
        setPrefWrapLength(ONE_LINE);
        HBox.setHgrow(this, Priority.ALWAYS);
        format.getStyleClass().add("format-chip");
        format.setMinWidth(USE_PREF_SIZE);
        dialect.stateProperty().subscribe(this::show);
    }

    private static MenuButton chip(String id) {
        MenuButton chip = new MenuButton();
        chip.setId(id);
        chip.setMinWidth(USE_PREF_SIZE);
        chip.getStyleClass().addAll("chip", "flat");
        return chip;
    }

    private void show(DialectViewModel.State state) {
        getChildren().clear();
        if (state.dataset() == null) {
            return;
        }
        format.setText(state.dataset().type().ending().substring(1).toUpperCase(Locale.ROOT).replace('.', ' '));
        getChildren().add(format);
        if (state.isDelimited()) {
            getChildren().addAll(delimiter, quote, header, encoding);
            showDelimiter(state.dialect(), state.said());
            showQuote(state.dialect(), state.said());
            showHeader(state.dialect(), state.said());
            showEncoding(state.dialect(), state.said());
        }
        getChildren().add(missing);
        showMissing(state);
    }

    private void showDelimiter(Dialect shown, DialectOverrides said) {
        label(delimiter, "data.dialect.delimiter", Dialect.name(shown.delimiter()), said.delimiter() != null);
        begin(delimiter, said.delimiter() == null, () -> dialect.sayDelimiter(null));
        for (String each : DELIMITERS) {
            boolean chosen = said.delimiterSaid().equals(Optional.of(each.charAt(0)));
            add(delimiter, Dialect.name(each.charAt(0)), chosen, () -> dialect.sayDelimiter(each));
        }
    }

    private void showQuote(Dialect shown, DialectOverrides said) {
        label(quote, "data.dialect.quote", quoteName(shown.quote()), said.quote() != null);
        begin(quote, said.quote() == null, () -> dialect.sayQuote(null));
        for (String each : QUOTES) {
            char character = each.isEmpty() ? Dialect.NONE : each.charAt(0);
            boolean chosen = said.quoteSaid().equals(Optional.of(character));
            add(quote, quoteName(character), chosen, () -> dialect.sayQuote(each));
        }
    }

    private String quoteName(char character) {
        return character == Dialect.NONE ? texts.of("data.dialect.none") : String.valueOf(character);
    }

    private void showHeader(Dialect shown, DialectOverrides said) {
        label(header, "data.dialect.header", headerName(shown.header()), said.header() != null);
        begin(header, said.header() == null, () -> dialect.sayHeader(null));
        for (boolean each : new boolean[] {true, false}) {
            boolean chosen = said.header() != null && said.header() == each;
            add(header, headerName(each), chosen, () -> dialect.sayHeader(each));
        }
    }

    private String headerName(boolean first) {
        return texts.of(first ? "data.dialect.firstLine" : "data.dialect.none");
    }

    private void showEncoding(Dialect shown, DialectOverrides said) {
        label(encoding, "data.dialect.encoding", shown.encoding().label(), said.encoding() != null);
        begin(encoding, said.encoding() == null, () -> dialect.sayEncoding(null));
        for (TextEncoding each : TextEncoding.values()) {
            boolean chosen = said.encodingSaid().equals(Optional.of(each));
            add(encoding, each.label(), chosen, () -> dialect.sayEncoding(each.label()));
        }
    }

    private void showMissing(DialectViewModel.State state) {
        List<String> own = state.settings().missing();
        boolean onlyEmpty = own != null && own.isEmpty();
        String pandas = texts.of("data.dialect.pandas", MissingTokens.OF_PANDAS.tokens().size());
        String empty = texts.of("data.dialect.onlyEmpty");
        String shown = own == null ? texts.of("data.dialect.asPandas") : onlyEmpty ? empty : String.join(", ", own);
        label(missing, "data.dialect.missing", shown, own != null);
        missing.getItems().clear();
        add(missing, pandas, own == null, () -> dialect.sayMissing(null));
        add(missing, empty, onlyEmpty, () -> dialect.sayMissing(List.of()));
        TextField typed = new TextField(own == null ? "" : String.join(", ", own));
        typed.setId("missingTokens");
        typed.setPromptText(texts.of("data.dialect.own"));
        typed.setAccessibleText(texts.of("data.dialect.own"));
        typed.setOnAction(_ -> {
            missing.hide();
            dialect.typeMissing(typed.getText());
        });
        missing.getItems().add(new CustomMenuItem(typed, false));
    }

    private void label(MenuButton chip, String key, String value, boolean said) {
        chip.setText(texts.of(key, value));
        chip.pseudoClassStateChanged(SAID, said);
        chip.setTooltip(new Tooltip(texts.of(said ? "data.dialect.said" : "data.dialect.detected")));
    }

    private void begin(MenuButton chip, boolean chosen, Runnable say) {
        chip.getItems().clear();
        add(chip, texts.of("data.dialect.detect"), chosen, say);
    }

    private static void add(MenuButton chip, String text, boolean chosen, Runnable say) {
        RadioMenuItem item = new RadioMenuItem(text);
        item.setSelected(chosen);
        item.setOnAction(_ -> say.run());
        chip.getItems().add(item);
    }
}
