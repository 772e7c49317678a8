package dev.millrace.engine.strategy.risk;

import dev.millrace.engine.stats.CodePointOrder;
import dev.millrace.engine.stats.DistinctValues;
import dev.millrace.engine.stats.SummaryInput;
import dev.millrace.engine.stats.SummaryOutput;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/// What risk-table mapping learns of some rows. All counts are exact, so merging is associative and commutative.
///
/// @param validRows rows whose label is neither missing nor −1
/// @param positives valid rows with the positive label
/// @param labels the first few valid labels in code-point order, for messages
/// @param fields counts of each field, in recipe order
record RiskSummary(long validRows, long positives, NavigableSet<String> labels, List<FieldCounts> fields) {

    private static final int LABELS_KEPT = 10;

    RiskSummary {
        labels = firstFew(labels);
        fields = List.copyOf(fields);
    }

    void write(SummaryOutput out) throws IOException {
        out.count(validRows);
        out.count(positives);
        out.list(labels, (label, to) -> to.text(label));
        out.list(fields, FieldCounts::write);
    }

    static RiskSummary read(SummaryInput in) throws IOException {
        long validRows = in.count();
        long positives = in.count();
        NavigableSet<String> labels = new TreeSet<>(CodePointOrder.ASCENDING);
        labels.addAll(in.list(SummaryInput::text));
        return new RiskSummary(validRows, positives, labels, in.list(FieldCounts::read));
    }

    /// Counts of one field.
    ///
    /// @param tooManyValues whether the field has reached the threshold of distinct values; then nothing else is kept
    /// @param categories counts by text, in code-point order
    /// @param missing counts of the rows whose cell is missing
    record FieldCounts(boolean tooManyValues, SortedMap<String, Counts> categories, Counts missing) {

        static final FieldCounts TOO_MANY_VALUES = new FieldCounts(true, Collections.emptySortedMap(), Counts.NONE);

        void write(SummaryOutput out) throws IOException {
            out.flag(tooManyValues);
            if (!tooManyValues) {
                missing.write(out);
                out.count(categories.size());
                for (Map.Entry<String, Counts> category : categories.entrySet()) {
                    out.text(category.getKey());
                    category.getValue().write(out);
                }
            }
        }

        static FieldCounts read(SummaryInput in) throws IOException {
            if (in.flag()) {
                return TOO_MANY_VALUES;
            }
            Counts missing = Counts.read(in);
            SortedMap<String, Counts> categories = new TreeMap<>(CodePointOrder.ASCENDING);
            for (int left = in.size(Counts.LEAST_BYTES + 1); left > 0; left--) {
                categories.put(in.text(), Counts.read(in));
            }
            return new FieldCounts(false, categories, missing);
        }

        /// Bytes of memory that it takes, about.
        long footprint() {
            long texts = categories.keySet().stream().mapToLong(text -> 64L + text.length()).sum();
            return texts + categories.size() * Counts.FOOTPRINT;
        }

        FieldCounts plus(FieldCounts other, int maxUniqueThreshold) {
            if (tooManyValues || other.tooManyValues) {
                return TOO_MANY_VALUES;
            }
            SortedMap<String, Counts> sum = sortedCopy();
            other.categories.forEach((category, counts) -> sum.merge(category, counts, Counts::plus));
            return limited(sum, missing.plus(other.missing), maxUniqueThreshold);
        }

        /// As if the missing cells held a value.
        FieldCounts filled(String value, int maxUniqueThreshold) {
            if (tooManyValues || missing.rows() == 0) {
                return this;
            }
            SortedMap<String, Counts> sum = sortedCopy();
            sum.merge(value, missing, Counts::plus);
            return limited(sum, Counts.NONE, maxUniqueThreshold);
        }

        boolean numerical() {
            return values(categories).numerical();
        }

        private SortedMap<String, Counts> sortedCopy() {
            SortedMap<String, Counts> copy = new TreeMap<>(CodePointOrder.ASCENDING);
            copy.putAll(categories);
            return copy;
        }

        private static FieldCounts limited(SortedMap<String, Counts> sum, Counts missing, int maxUniqueThreshold) {
            return values(sum).size() < maxUniqueThreshold ? new FieldCounts(false, sum, missing) : TOO_MANY_VALUES;
        }

        private static DistinctValues values(SortedMap<String, Counts> categories) {
            DistinctValues values = new DistinctValues();
            categories.keySet().forEach(values::add);
            return values;
        }
    }

    /// Counts of one category.
    ///
    /// @param rows rows of a category, those without a valid label too
    /// @param validRows valid rows of it
    /// @param positives those with the positive label
    record Counts(long rows, long validRows, long positives) {

        static final Counts NONE = new Counts(0, 0, 0);

        /// Bytes of memory that it takes as the value of a category, besides the text.
        static final long FOOTPRINT = 120;

        private static final int LEAST_BYTES = 3;

        void write(SummaryOutput out) throws IOException {
            out.count(rows);
            out.count(validRows);
            out.count(positives);
        }

        static Counts read(SummaryInput in) throws IOException {
            return new Counts(in.count(), in.count(), in.count());
        }

        Counts plus(Counts other) {
            return new Counts(rows + other.rows, validRows + other.validRows, positives + other.positives);
        }
    }

    RiskSummary plus(RiskSummary other, int maxUniqueThreshold) {
        List<FieldCounts> sums = new ArrayList<>();
        for (int i = 0; i < fields.size(); i++) {
            sums.add(fields.get(i).plus(other.fields.get(i), maxUniqueThreshold));
        }
        NavigableSet<String> both = new TreeSet<>(CodePointOrder.ASCENDING);
        both.addAll(labels);
        both.addAll(other.labels);
        return new RiskSummary(validRows + other.validRows, positives + other.positives, both, sums);
    }

    private static NavigableSet<String> firstFew(NavigableSet<String> labels) {
        NavigableSet<String> few = new TreeSet<>(CodePointOrder.ASCENDING);
        labels.stream().limit(LABELS_KEPT).forEach(few::add);
        return Collections.unmodifiableNavigableSet(few);
    }
}
