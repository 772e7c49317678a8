package dev.millrace.app.recipe;

import dev.millrace.app.text.Texts;

import javafx.scene.Node;
import javafx.scene.control.Button;

import org.kordamp.ikonli.javafx.FontIcon;

/// A word that can be taken away.
final class Chip {

    private Chip() {}

    static Node of(String word, Texts texts, Runnable remove) {
        Button chip = new Button(word, new FontIcon("mdoal-close"));
        chip.getStyleClass().add("value-chip");
        chip.setMnemonicParsing(false);
        chip.setAccessibleText(texts.of("recipe.chip.remove", word));
        chip.setOnAction(_ -> remove.run());
        return chip;
    }
}
