package dev.millrace.engine.strategy.impute;

import dev.millrace.engine.block.Block;
import dev.millrace.engine.block.Column;
import dev.millrace.engine.stats.Categories;
import dev.millrace.engine.stats.TextCounts;
import dev.millrace.engine.strategy.Subject;
import dev.millrace.engine.strategy.impute.RefineSummary.Finding;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;

/// A further scan of one column of one shard.
sealed interface ColumnScan {

    /// Takes in rows.
    ///
    /// @param codes overwritten; at least as long as the block has rows
    void add(Block block, int[] codes);

    Finding finding();

    /// Measures numbers; the column holds nothing else.
    final class OfNumbers implements ColumnScan {

        private final int position;
        private final Categories missingOnly;
        private final Measure.Collector numbers;

        OfNumbers(int position, Subject subject, Measure.Collector numbers) {
            this.position = position;
            this.missingOnly = new Categories(subject.missing().bytes(), 0);
            this.numbers = numbers;
        }

        @Override
        public void add(Block block, int[] codes) {
            Column column = block.column(position);
            column.encode(missingOnly, codes);
            for (int row = 0; row < block.rows(); row++) {
                if (codes[row] != Categories.MISSING) {
                    numbers.add(column.number(row), 1);
                }
            }
        }

        @Override
        public Finding finding() {
            return new Finding.Numbers(numbers.measured());
        }
    }

    /// Counts distinct texts until they are too many.
    final class OfTexts implements ColumnScan {

        private static final int OFFSET = -Categories.FULL;

        private final int position;
        private final Limits limits;
        private @Nullable Categories texts; // null once they are too many
        private long[] counts = new long[64];

        OfTexts(int position, Subject subject, Limits limits) {
            this.position = position;
            this.limits = limits;
            this.texts = new Categories(subject.missing().bytes(), limits.mostTexts());
        }

        @Override
        public void add(Block block, int[] codes) {
            if (texts == null) {
                return;
            }
            block.column(position).encode(texts, codes);
            if (counts.length < texts.size() + OFFSET) {
                counts = Arrays.copyOf(counts, (texts.size() + OFFSET) * 2);
            }
            for (int row = 0; row < block.rows(); row++) {
                counts[codes[row] + OFFSET]++;
            }
            if (counts[Categories.FULL + OFFSET] > 0 || texts.bytesHeld() > limits.mostTextBytes()) {
                texts = null;
                counts = new long[0];
            }
        }

        @Override
        public Finding finding() {
            return texts == null ? new Finding.TooManyTexts() : new Finding.Texts(TextCounts.of(texts, counts, OFFSET));
        }

        /// Merged counts, if they are still not too many.
        static Finding limited(TextCounts texts, Limits limits) {
            boolean tooMany = texts.size() > limits.mostTexts() || texts.bytes() > limits.mostTextBytes();
            return tooMany ? new Finding.TooManyTexts() : new Finding.Texts(texts);
        }
    }
}
