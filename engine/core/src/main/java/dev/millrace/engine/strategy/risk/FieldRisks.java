package dev.millrace.engine.strategy.risk;

import dev.millrace.engine.block.Block;
import dev.millrace.engine.block.Column;
import dev.millrace.engine.block.Replacements;
import dev.millrace.engine.stats.Categories;
import dev.millrace.engine.stats.Numbers;
import dev.millrace.engine.strategy.Subject;
import dev.millrace.engine.strategy.risk.RiskTable.Bin;
import dev.millrace.engine.strategy.risk.RiskTable.Mode;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;

/// One field's risks, looked up by the bytes of a cell. Each distinct text is looked up in the table once; after that
/// its code leads straight to its risk.
final class FieldRisks {

    private static final int TEXTS_REMEMBERED = 1 << 16;

    private final int position;
    private final Mode mode;
    private final Replacements risks;
    private final int defaultChoice;
    private final Map<Object, Integer> choiceOfCategory = new HashMap<>();
    private final Categories texts;
    private int[] choiceOfCode = new int[64];
    private int known;
    private int[] choices = new int[0];

    FieldRisks(RiskTable table, Subject subject) {
        position = subject.schema().position(table.field());
        mode = table.mode();
        List<Bin> bins = table.bins();
        risks =
                Replacements.ofNumbers(
                        DoubleStream.concat(bins.stream().mapToDouble(Bin::risk), DoubleStream.of(table.defaultRisk()))
                                .toArray());
        defaultChoice = bins.size();
        for (int i = 0; i < bins.size(); i++) {
            choiceOfCategory.put(category(bins.get(i).category()), i);
        }
        texts = new Categories(subject.missing().bytes(), TEXTS_REMEMBERED);
    }

    int position() {
        return position;
    }

    /// What cells are replaced by; the default risk is the last one.
    Replacements risks() {
        return risks;
    }

    /// For each row of a block the index of its risk. The array is reused for the next block.
    int[] choices(Block block) {
        if (choices.length < block.rows()) {
            choices = new int[block.rows()];
        }
        Column column = block.column(position);
        column.encode(texts, choices);
        lookUpNewTexts();
        for (int row = 0; row < block.rows(); row++) {
            int code = choices[row];
            if (code >= 0) {
                choices[row] = choiceOfCode[code];
            } else {
                choices[row] = code == Categories.MISSING ? defaultChoice : choice(column.text(row));
            }
        }
        return choices;
    }

    private void lookUpNewTexts() {
        if (choiceOfCode.length < texts.size()) {
            choiceOfCode = Arrays.copyOf(choiceOfCode, texts.size() * 2);
        }
        for (; known < texts.size(); known++) {
            choiceOfCode[known] = choice(new String(texts.bytes(known), StandardCharsets.UTF_8));
        }
    }

    private int choice(String text) {
        return choiceOfCategory.getOrDefault(category(text), defaultChoice);
    }

    private Object category(String text) {
        if (mode == Mode.CATEGORICAL) {
            return text;
        }
        return Numbers.parse(text) + 0.0; // −0 and 0 are one category
    }
}
