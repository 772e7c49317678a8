package dev.millrace.engine.strategy.risk;

import dev.millrace.engine.block.Block;
import dev.millrace.engine.dataset.Split;
import dev.millrace.engine.problem.Place;
import dev.millrace.engine.problem.Problem;
import dev.millrace.engine.problem.ResourceException;
import dev.millrace.engine.stats.Categories;
import dev.millrace.engine.stats.CodePointOrder;
import dev.millrace.engine.stats.DistinctValues;
import dev.millrace.engine.strategy.CategoryTexts;
import dev.millrace.engine.strategy.FitRound;
import dev.millrace.engine.strategy.Holding;
import dev.millrace.engine.strategy.Subject;
import dev.millrace.engine.strategy.risk.RiskSummary.Counts;
import dev.millrace.engine.strategy.risk.RiskSummary.FieldCounts;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// Counts one shard, a column at a time: codes of the categories, then one increment for each row.
final class RiskFit implements FitRound.Fit<RiskSummary> {

    private static final int MOST_TEXTS = 1 << 20; // `1`, `1.0`, `1.00` … are many texts of one value

    private final LabelClasses labels;
    private final List<FieldFit> fields = new ArrayList<>();
    private final long[] rowsOfClass = new long[3];
    private int[] classes = new int[0];
    private int[] codes = new int[0];

    RiskFit(RiskTableSettings settings, Subject subject, LabelClasses labels) {
        this.labels = labels;
        for (String field : settings.fields()) {
            fields.add(new FieldFit(field, subject, settings.maxUniqueThreshold()));
        }
    }

    @Override
    public void add(Split split, Block block) {
        if (codes.length < block.rows()) {
            codes = new int[block.rows()];
            classes = new int[block.rows()];
        }
        labels.classify(block, classes);
        for (int row = 0; row < block.rows(); row++) {
            rowsOfClass[classes[row]]++;
        }
        for (FieldFit field : fields) {
            field.add(block, classes, codes);
        }
    }

    @Override
    public List<Holding> holdings() {
        return fields.stream().map(FieldFit::holding).toList();
    }

    @Override
    public RiskSummary summary() {
        long positives = rowsOfClass[LabelClasses.POSITIVE];
        return new RiskSummary(
                rowsOfClass[LabelClasses.NEGATIVE] + positives,
                positives,
                labels.validLabels(),
                fields.stream().map(FieldFit::counts).toList());
    }

    private static final class FieldFit {

        private static final int CLASSES = 3;

        private final String field;
        private final int position;
        private final int maxUniqueThreshold;
        private final CategoryTexts categories;
        private final DistinctValues values = new DistinctValues();
        private long[] rows = new long[64 * CLASSES]; // by (code + 1) and label class; code -1 is missing
        private boolean tooManyValues;

        FieldFit(String field, Subject subject, int maxUniqueThreshold) {
            this.field = field;
            this.position = subject.schema().position(field);
            this.maxUniqueThreshold = maxUniqueThreshold;
            this.categories = new CategoryTexts(field, new Categories(subject.missing().bytes(), MOST_TEXTS));
        }

        void add(Block block, int[] classes, int[] codes) {
            if (tooManyValues) {
                return;
            }
            int known = categories.size();
            categories.encode(block, position, codes);
            for (int code = known; code < categories.size(); code++) {
                values.add(categories.text(code));
            }
            tooManyValues = values.size() >= maxUniqueThreshold;
            if (tooManyValues) {
                return;
            }
            if (categories.size() == MOST_TEXTS) {
                throw tooManyTexts();
            }
            if (rows.length < (categories.size() + 1) * CLASSES) {
                rows = Arrays.copyOf(rows, (categories.size() + 1) * CLASSES * 2);
            }
            for (int row = 0; row < block.rows(); row++) {
                rows[(codes[row] + 1) * CLASSES + classes[row]]++;
            }
        }

        Holding holding() {
            long bytes = categories.footprint() + values.footprint() + (long) rows.length * Long.BYTES;
            return new Holding(field, values.size(), bytes + categories.size() * Counts.FOOTPRINT);
        }

        FieldCounts counts() {
            if (tooManyValues) {
                return FieldCounts.TOO_MANY_VALUES;
            }
            SortedMap<String, Counts> counts = new TreeMap<>(CodePointOrder.ASCENDING);
            for (int code = 0; code < categories.size(); code++) {
                counts.put(categories.text(code), counts(code));
            }
            return new FieldCounts(false, counts, counts(Categories.MISSING));
        }

        private Counts counts(int code) {
            int at = (code + 1) * CLASSES;
            long valid = rows[at + LabelClasses.NEGATIVE] + rows[at + LabelClasses.POSITIVE];
            return new Counts(rows[at + LabelClasses.INVALID] + valid, valid, rows[at + LabelClasses.POSITIVE]);
        }

        private ResourceException tooManyTexts() {
            return new ResourceException(
                    new Problem(
                            Place.of("strategy " + RiskTableMapping.ID).inColumn(field),
                            "its few numbers are written in more than " + MOST_TEXTS + " different ways",
                            "Remove the field, or write its numbers in one way"));
        }
    }
}
