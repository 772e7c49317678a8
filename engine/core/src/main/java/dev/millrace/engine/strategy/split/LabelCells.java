package dev.millrace.engine.strategy.split;

import dev.millrace.engine.block.Block;
import dev.millrace.engine.block.Edits;
import dev.millrace.engine.block.Replacements;
import dev.millrace.engine.problem.DataException;
import dev.millrace.engine.problem.Problem;
import dev.millrace.engine.stats.Categories;
import dev.millrace.engine.strategy.CategoryTexts;
import dev.millrace.engine.strategy.Subject;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/// Reads the labels of a shard and edits those cells whose text is not yet the label's number. Each distinct text is
/// looked at once.
final class LabelCells {

    static final String MISSING = "missing label";

    private static final int BAD = -1;
    private static final int MORE_TEXTS = 2; // times the labels of training: rows that are left out have texts too

    private final LabelNumbers labels;
    private final String label;
    private final int position;
    private final boolean strict;
    private final CategoryTexts texts;
    private final Replacements replacements = new Replacements();
    private final Map<Long, Integer> choiceOfNumber = new HashMap<>();
    private final List<Long> numbers = new ArrayList<>(); // by choice
    private int[] choiceOfCode = new int[64]; // BAD, or the choice of the label's number
    private boolean[] asWritten = new boolean[64]; // whether the text is the number already
    private int known;
    private int[] codes = new int[0];
    private int[] choices = new int[0];

    LabelCells(LabelNumbers labels, String label, Subject subject) {
        this.labels = labels;
        this.label = label;
        this.position = subject.schema().position(label);
        this.strict = subject.strict();
        this.texts =
                new CategoryTexts(label, new Categories(subject.missing().bytes(), LabelFit.MOST_LABELS * MORE_TEXTS));
    }

    /// Drops rows without a label, rejects those with a bad one, and numbers the others.
    void apply(Block block, Edits edits) {
        if (codes.length < block.rows()) {
            codes = new int[block.rows()];
            choices = new int[block.rows()];
        }
        texts.encode(block, position, codes);
        numberNewTexts();
        Arrays.fill(choices, 0, block.rows(), Edits.KEEP);
        boolean edited = false;
        for (int row = 0; row < block.rows(); row++) {
            int code = codes[row];
            if (!edits.isIn(row)) {
                continue;
            }
            if (code == Categories.FULL) {
                throw LabelFit.tooManyLabels(block.place(row).inColumn(label));
            }
            if (code == Categories.MISSING) {
                edits.drop(row, MISSING);
            } else if (choiceOfCode[code] == BAD) {
                refuse(block, row, texts.text(code), edits);
            } else if (!asWritten[code]) {
                choices[row] = choiceOfCode[code];
                edited = true;
            }
        }
        if (edited) {
            edits.replace(position, choices, replacements);
        }
    }

    /// The place of a row's label among the labels seen so far, after [#apply]; only for rows that are still in.
    int place(int row) {
        return choiceOfCode[codes[row]];
    }

    /// The number of the label at a place.
    long number(int place) {
        return numbers.get(place);
    }

    private void numberNewTexts() {
        if (choiceOfCode.length < texts.size()) {
            choiceOfCode = Arrays.copyOf(choiceOfCode, texts.size() * 2);
            asWritten = Arrays.copyOf(asWritten, texts.size() * 2);
        }
        for (; known < texts.size(); known++) {
            String text = texts.text(known);
            OptionalLong number = labels.number(text);
            choiceOfCode[known] = number.isEmpty() ? BAD : choice(number.getAsLong());
            asWritten[known] = number.isPresent() && text.equals(Long.toString(number.getAsLong()));
        }
    }

    private int choice(long number) {
        return choiceOfNumber.computeIfAbsent(
                number,
                _ -> {
                    numbers.add(number);
                    return replacements.addWhole(number);
                });
    }

    private void refuse(Block block, int row, String text, Edits edits) {
        if (strict) {
            throw new DataException(
                    new Problem(block.place(row).inColumn(label), labels.finding(text), labels.remedy()));
        }
        edits.reject(new Edits.Rejection(row, label, labels.finding(text), labels.remedy()));
    }
}
