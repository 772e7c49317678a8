package dev.millrace.engine.strategy.split;

import dev.millrace.engine.block.Block;
import dev.millrace.engine.dataset.ShardKey;
import dev.millrace.engine.dataset.Split;
import dev.millrace.engine.problem.DataException;
import dev.millrace.engine.problem.Place;
import dev.millrace.engine.problem.Problem;
import dev.millrace.engine.stats.Categories;
import dev.millrace.engine.stats.CodePointOrder;
import dev.millrace.engine.stats.Numbers;
import dev.millrace.engine.strategy.CategoryTexts;
import dev.millrace.engine.strategy.FitRound;
import dev.millrace.engine.strategy.Holding;
import dev.millrace.engine.strategy.Subject;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// Counts the rows of one shard by their label.
final class LabelFit implements FitRound.Fit<LabelCounts> {

    /// How many distinct labels there may be.
    static final int MOST_LABELS = 1 << 16;

    private final ShardKey shard;
    private final String label;
    private final int position;
    private final boolean strict;
    private final CategoryTexts labels;
    private final LabelNumbers whole = new LabelNumbers.Whole();
    private long[] rows = new long[64];
    private int[] codes = new int[0];
    private @Nullable Problem notWhole;

    LabelFit(ShardKey shard, String label, Subject subject) {
        this.shard = shard;
        this.label = label;
        this.position = subject.schema().position(label);
        this.strict = subject.strict();
        this.labels = new CategoryTexts(label, new Categories(subject.missing().bytes(), MOST_LABELS));
    }

    @Override
    public void add(Split split, Block block) {
        if (codes.length < block.rows()) {
            codes = new int[block.rows()];
        }
        int known = labels.size();
        labels.encode(block, position, codes);
        if (rows.length < labels.size()) {
            rows = Arrays.copyOf(rows, labels.size() * 2);
        }
        for (int row = 0; row < block.rows(); row++) {
            int code = codes[row];
            if (code == Categories.FULL) {
                throw tooManyLabels(block.place(row).inColumn(label));
            }
            if (code >= 0) {
                rows[code]++;
            }
        }
        for (int code = known; strict && notWhole == null && code < labels.size(); code++) {
            if (!Double.isNaN(Numbers.parse(labels.text(code))) && whole.number(labels.text(code)).isEmpty()) {
                notWhole = notWhole(block, code);
            }
        }
    }

    private Problem notWhole(Block block, int code) {
        int row = 0;
        while (codes[row] != code) {
            row++;
        }
        return new Problem(block.place(row).inColumn(label), whole.finding(labels.text(code)), whole.remedy());
    }

    @Override
    public List<Holding> holdings() {
        long bytes = labels.footprint() + (long) rows.length * Long.BYTES;
        return List.of(new Holding(label, labels.size(), bytes + labels.size() * LabelCounts.BYTES_PER_COUNT));
    }

    @Override
    public LabelCounts summary() {
        SortedMap<String, Long> counts = new TreeMap<>(CodePointOrder.ASCENDING);
        for (int code = 0; code < labels.size(); code++) {
            counts.put(labels.text(code), rows[code]);
        }
        return counts.isEmpty() ? LabelCounts.NONE : new LabelCounts.OfShard(shard, counts).alone(notWhole);
    }

    static DataException tooManyLabels(Place place) {
        return new DataException(
                new Problem(
                        place,
                        "the label has more than " + MOST_LABELS + " distinct values",
                        "Name a column with few classes in dataset.label, or none to split without strata"));
    }
}
