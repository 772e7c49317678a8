package dev.millrace.engine.stats;

/// An exact draw with replacement from rows that are spread over shards, in two passes like [ShardDraw]: every one of
/// the draws hits every row with the same probability, whatever the number of workers.
public final class ReplacementDraw {

    private ReplacementDraw() {}

    /// Draws how many of the draws hit each shard: multinomial, as a chain of binomials.
    ///
    /// @param rows rows of each shard, not all 0 unless `draws` is 0
    /// @param draws how often is drawn
    /// @return draws of each shard, which add up to `draws`
    public static long[] allocate(long[] rows, long draws, SeededRandom random) {
        long population = 0;
        for (long count : rows) {
            population += count;
        }
        if (population == 0 && draws > 0) {
            throw new IllegalArgumentException("cannot draw " + draws + " times from no rows");
        }
        long[] shares = new long[rows.length];
        long left = draws;
        for (int shard = 0; shard < rows.length && population > 0; shard++) {
            shares[shard] = Binomial.draw(left, rows[shard], population, random);
            population -= rows[shard];
            left -= shares[shard];
        }
        return shares;
    }

    /// Tells in one scan how often each row is drawn.
    public static final class Selection {

        private final SeededRandom random;
        private long rows;
        private long draws;

        /// @param rows how many rows will be offered
        /// @param draws how often they are drawn together
        public Selection(long rows, long draws, SeededRandom random) {
            this.rows = rows;
            this.draws = draws;
            this.random = random;
        }

        /// Offers the next row.
        ///
        /// @return how often it is drawn
        public long next() {
            if (rows == 0) {
                throw new IllegalStateException("more rows are offered than were counted");
            }
            long times = Binomial.draw(draws, 1, rows--, random);
            draws -= times;
            return times;
        }
    }
}
