package dev.millrace.engine.strategy.impute;

import dev.millrace.engine.stats.ExactSum;
import dev.millrace.engine.stats.NumberCounts;
import dev.millrace.engine.stats.SummaryInput;

import java.io.IOException;
import java.math.BigInteger;

/// What has to be known of a column's numbers to fill it.
sealed interface Measure {

    /// Takes in one shard's numbers.
    interface Collector {

        /// Takes in a number.
        ///
        /// @param number not NaN
        /// @param times how often it occurs
        void add(double number, long times);

        Measured measured();

        /// Distinct numbers or groups of them that it counts.
        default int size() {
            return 0;
        }

        /// Bytes of memory that it takes; 0 for little.
        default long footprint() {
            return 0;
        }
    }

    Collector collector();

    /// Reads what collectors of this measure found.
    Measured read(SummaryInput in) throws IOException;

    /// What the strategy for numerical columns needs.
    ///
    /// @param limit most groups of counts
    static Measure of(FillStrategy strategy, int limit) {
        return switch (strategy) {
            case MEAN -> new Sum();
            case MEDIAN, MODE -> new Counts(NumberCounts.Range.ALL, limit);
            case CONSTANT, EMPTY -> new Nothing();
        };
    }

    record Nothing() implements Measure {

        @Override
        public Collector collector() {
            return new Collector() {
                @Override
                public void add(double number, long times) {}

                @Override
                public Measured measured() {
                    return new Measured.Nothing();
                }
            };
        }

        @Override
        public Measured read(SummaryInput in) {
            return new Measured.Nothing();
        }
    }

    /// Their sum.
    record Sum() implements Measure {

        @Override
        public Collector collector() {
            return new Collector() {

                private final ExactSum sum = new ExactSum();
                private boolean infinite;

                @Override
                public void add(double number, long times) {
                    if (Double.isInfinite(number)) {
                        infinite = true;
                    } else if (times == 1) {
                        sum.add(number);
                    } else {
                        sum.addProduct(number, (double) times);
                    }
                }

                @Override
                public Measured measured() {
                    return new Measured.Sum(infinite ? BigInteger.ZERO : sum.units(), infinite);
                }
            };
        }

        @Override
        public Measured read(SummaryInput in) throws IOException {
            return new Measured.Sum(ExactSum.readUnits(in), in.flag());
        }
    }

    /// How often each number of a range occurs.
    ///
    /// @param limit most groups of counts
    record Counts(NumberCounts.Range range, int limit) implements Measure {

        @Override
        public Collector collector() {
            NumberCounts.Collector counts = new NumberCounts.Collector(limit);
            return new Collector() {
                @Override
                public void add(double number, long times) {
                    long key = NumberCounts.key(number);
                    if (range.holds(key)) {
                        counts.add(key, times);
                    }
                }

                @Override
                public int size() {
                    return counts.size();
                }

                @Override
                public long footprint() {
                    return counts.footprint() + 2L * Long.BYTES * counts.size();
                }

                @Override
                public Measured measured() {
                    return new Measured.Counts(counts.counts());
                }
            };
        }

        @Override
        public Measured read(SummaryInput in) throws IOException {
            return new Measured.Counts(NumberCounts.read(in, limit));
        }
    }
}
