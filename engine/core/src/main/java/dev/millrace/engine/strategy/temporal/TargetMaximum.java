package dev.millrace.engine.strategy.temporal;

import dev.millrace.engine.block.Block;
import dev.millrace.engine.block.Edits;
import dev.millrace.engine.block.Replacements;
import dev.millrace.engine.problem.DataException;
import dev.millrace.engine.problem.Problem;
import dev.millrace.engine.stats.Numbers;
import dev.millrace.engine.strategy.Subject;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Makes the main target the largest of the other targets, row by row. Missing ones do not count; where all are
/// missing, so is the main one. A whole number that is written as one stays so.
final class TargetMaximum {

    private static final String REMEDY = "Mend the value, or take the column out of targets";

    private final List<String> names; // of the other targets
    private final boolean strict;
    private final int position;
    private final TextFigures main;
    private final List<TextFigures> others = new ArrayList<>();
    private final Replacements replacements = new Replacements();
    private final Map<String, Integer> choiceOfText = new HashMap<>();
    private int[] choices = new int[0];

    private TargetMaximum(String target, List<String> names, Subject subject) {
        this.names = names;
        this.strict = subject.strict();
        this.position = subject.schema().position(target);
        this.main = new TextFigures(target, subject, (_, _, _) -> 0);
        for (String name : names) {
            others.add(
                    new TextFigures(
                            name,
                            subject,
                            (bytes, from, to) -> Double.doubleToRawLongBits(Numbers.parse(bytes, from, to))));
        }
    }

    /// Null if the settings name no targets.
    static @Nullable TargetMaximum of(TemporalSplitSettings settings, Subject subject) {
        String target = target(settings);
        return target == null ? null : new TargetMaximum(target, others(settings), subject);
    }

    /// The main target, null if there is none.
    static @Nullable String target(TemporalSplitSettings settings) {
        List<String> targets = settings.targets();
        Integer index = settings.mainTaskIndex();
        return targets == null || index == null ? null : targets.get(index);
    }

    /// The targets that the main one is the maximum of.
    static List<String> others(TemporalSplitSettings settings) {
        List<String> others = new ArrayList<>(settings.targets() == null ? List.of() : settings.targets());
        others.remove(target(settings));
        return others;
    }

    void read(Block block) {
        others.forEach(column -> column.read(block));
    }

    /// The first of the other targets that is no number in a row; null if all are sound.
    @Nullable String badTarget(int row) {
        for (int i = 0; i < others.size(); i++) {
            if (!others.get(i).isMissing(row) && Double.isNaN(number(i, row))) {
                return names.get(i);
            }
        }
        return null;
    }

    void apply(Block block, Edits edits) {
        read(block);
        main.read(block);
        if (choices.length < block.rows()) {
            choices = new int[block.rows()];
        }
        Arrays.fill(choices, 0, block.rows(), Edits.KEEP);
        boolean edited = false;
        for (int row = 0; row < block.rows(); row++) {
            if (edits.isIn(row)) {
                String bad = badTarget(row);
                if (bad != null) {
                    refuse(block, row, bad, edits);
                } else {
                    choices[row] = choice(row);
                    edited |= choices[row] != Edits.KEEP;
                }
            }
        }
        if (edited) {
            edits.replace(position, choices, replacements);
        }
    }

    private int choice(int row) {
        int largest = -1;
        for (int i = 0; i < others.size(); i++) {
            if (!others.get(i).isMissing(row) && (largest < 0 || number(i, row) > number(largest, row))) {
                largest = i;
            }
        }
        if (largest < 0) {
            return main.isMissing(row) ? Edits.KEEP : choiceOfText.computeIfAbsent("", replacements::addText);
        }
        String text = others.get(largest).text(row);
        Integer known = choiceOfText.get(text);
        int choice = known == null ? add(text, number(largest, row)) : known;
        boolean same = !main.isMissing(row) && main.text(row).equals(replacements.text(choice));
        return same ? Edits.KEEP : choice;
    }

    private int add(String text, double number) {
        boolean plain = text.chars().noneMatch(character -> ".eE".indexOf(character) >= 0);
        boolean whole = plain && Math.abs(number) < 0x1p53;
        int choice = whole ? replacements.addWhole((long) number) : replacements.addNumber(number);
        choiceOfText.put(text, choice);
        return choice;
    }

    private double number(int other, int row) {
        return Double.longBitsToDouble(others.get(other).of(row));
    }

    private void refuse(Block block, int row, String column, Edits edits) {
        String text = others.get(names.indexOf(column)).text(row);
        String finding = "target '" + text + "' is no number";
        if (strict) {
            throw new DataException(new Problem(block.place(row).inColumn(column), finding, REMEDY));
        }
        edits.reject(new Edits.Rejection(row, column, finding, REMEDY));
    }
}
