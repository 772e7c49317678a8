package dev.millrace.app.benchmark;

import javafx.beans.property.IntegerProperty;
import javafx.scene.control.Spinner;
import javafx.scene.control.SpinnerValueFactory.IntegerSpinnerValueFactory;
import javafx.util.StringConverter;

/// A whole number that a person types or steps through.
final class NumberBox extends Spinner<Integer> {

    /// @param words what the number is for
    /// @param ofLeast what the least number is called, such as `auto`; empty for the number itself
    NumberBox(IntegerProperty number, int least, int most, int step, String words, String ofLeast) {
        IntegerSpinnerValueFactory values = new IntegerSpinnerValueFactory(least, most, number.get(), step);
        values.setConverter(
                new StringConverter<>() {
                    @Override
                    public String toString(Integer value) {
                        return value == least && !ofLeast.isEmpty() ? ofLeast : String.valueOf(value);
                    }

                    // what is no number is taken back
                    @Override
                    public Integer fromString(String text) {
                        String typed = text.strip();
                        return typed.matches("\\d{1,7}")
                                ? (Integer) Math.clamp(Integer.parseInt(typed), least, most)
                                : typed.equals(ofLeast) ? (Integer) least : (Integer) number.get();
                    }
                });
        setValueFactory(values);
        setEditable(true);
        setAccessibleText(words);
        getEditor().setAccessibleText(words);
        getStyleClass().add("number-box");
        valueProperty().subscribe(value -> number.set(value));
        number.subscribe(value -> values.setValue(value.intValue()));
        getEditor()
                .focusedProperty()
                .subscribe(focused -> {
                    if (!focused) {
                        commitValue();
                        getEditor().setText(values.getConverter().toString(getValue()));
                    }
                });
    }
}
