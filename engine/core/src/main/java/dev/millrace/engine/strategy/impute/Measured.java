package dev.millrace.engine.strategy.impute;

import dev.millrace.engine.stats.NumberCounts;
import dev.millrace.engine.stats.SummaryOutput;

import java.io.IOException;
import java.math.BigInteger;

/// What a [Measure] comes to.
sealed interface Measured {

    /// What both come to together; they are of one measure.
    Measured plus(Measured other);

    /// Distinct numbers or groups of them that are counted.
    default int size() {
        return 0;
    }

    /// Bytes of memory that it takes; 0 for little.
    default long footprint() {
        return 0;
    }

    /// Writes it for [Measure#read].
    void write(SummaryOutput out) throws IOException;

    record Nothing() implements Measured {

        @Override
        public Measured plus(Measured other) {
            return this;
        }

        @Override
        public void write(SummaryOutput out) {}
    }

    /// Their sum.
    ///
    /// @param units the exact sum ([dev.millrace.engine.stats.ExactSum#units]), 0 if it is not finite
    /// @param infinite whether a number is infinite
    record Sum(BigInteger units, boolean infinite) implements Measured {

        @Override
        public Measured plus(Measured other) {
            Sum sum = (Sum) other;
            boolean either = infinite || sum.infinite;
            return new Sum(either ? BigInteger.ZERO : units.add(sum.units), either);
        }

        @Override
        public void write(SummaryOutput out) throws IOException {
            out.integer(units);
            out.flag(infinite);
        }
    }

    record Counts(NumberCounts counts) implements Measured {

        @Override
        public Measured plus(Measured other) {
            return new Counts(counts.plus(((Counts) other).counts));
        }

        @Override
        public int size() {
            return counts.size();
        }

        @Override
        public long footprint() {
            return counts.footprint();
        }

        @Override
        public void write(SummaryOutput out) throws IOException {
            counts.write(out);
        }
    }
}
