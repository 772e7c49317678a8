package dev.millrace.engine.strategy.risk;

import dev.millrace.engine.block.Block;
import dev.millrace.engine.problem.DataException;
import dev.millrace.engine.problem.Problem;
import dev.millrace.engine.stats.Categories;
import dev.millrace.engine.stats.CodePointOrder;
import dev.millrace.engine.stats.Numbers;
import dev.millrace.engine.strategy.CategoryTexts;
import dev.millrace.engine.strategy.Subject;

import java.util.NavigableSet;
import java.util.TreeSet;

/// Sorts the rows of a shard by their label: invalid (missing or −1), negative, positive. Each distinct label is looked
/// at once.
final class LabelClasses {

    static final int INVALID = 0;
    static final int NEGATIVE = 1;
    static final int POSITIVE = 2;

    private static final int MOST_LABELS = 1 << 16;

    private final String label;
    private final int position;
    private final String positiveLabel;
    private final double positiveNumber;
    private final CategoryTexts labels;
    private final byte[] classOfCode = new byte[MOST_LABELS];
    private final NavigableSet<String> validLabels = new TreeSet<>(CodePointOrder.ASCENDING);

    LabelClasses(Subject subject, String label, String positiveLabel) {
        this.label = label;
        this.position = subject.schema().position(label);
        this.positiveLabel = positiveLabel;
        this.positiveNumber = Numbers.parse(positiveLabel);
        this.labels = new CategoryTexts(label, new Categories(subject.missing().bytes(), MOST_LABELS));
    }

    /// Overwrites `classes[row]` for every row of a block.
    void classify(Block block, int[] classes) {
        int known = labels.size();
        labels.encode(block, position, classes);
        for (int code = known; code < labels.size(); code++) {
            classOfCode[code] = classOf(labels.text(code));
        }
        for (int row = 0; row < block.rows(); row++) {
            int code = classes[row];
            if (code == Categories.FULL) {
                throw tooManyLabels(block, row);
            }
            classes[row] = code == Categories.MISSING ? INVALID : classOfCode[code];
        }
    }

    NavigableSet<String> validLabels() {
        return validLabels;
    }

    private byte classOf(String text) {
        double number = Numbers.parse(text);
        if (number == -1) {
            return INVALID;
        }
        validLabels.add(text);
        return text.equals(positiveLabel) || number == positiveNumber ? (byte) POSITIVE : NEGATIVE;
    }

    private DataException tooManyLabels(Block block, int row) {
        return new DataException(
                new Problem(
                        block.place(row).inColumn(label),
                        "the label has more than " + MOST_LABELS + " distinct values in this shard",
                        "Name a column with few classes in dataset.label"));
    }
}
