package dev.millrace.engine.stats;

/// An exact draw without replacement from rows that are spread over shards, in two passes: pass 1 counts the rows of
/// each shard, [#allocate] draws how many each shard gives, and in pass 2 a [Selection] picks just so many in one scan.
/// Every set of rows of the wanted size is equally likely, whatever the number of workers.
public final class ShardDraw {

    private ShardDraw() {}

    /// Draws each shard's share of a sample: hypergeometric, one shard after the other.
    ///
    /// @param rows rows of each shard
    /// @param sample rows to draw, at most the sum
    /// @return how many rows each shard gives
    public static long[] allocate(long[] rows, long sample, SeededRandom random) {
        long population = 0;
        for (long count : rows) {
            population += count;
        }
        long[] shares = new long[rows.length];
        long wanted = sample;
        for (int shard = 0; shard < rows.length; shard++) {
            shares[shard] = Hypergeometric.draw(population, rows[shard], wanted, random);
            population -= rows[shard];
            wanted -= shares[shard];
        }
        return shares;
    }

    /// Picks rows in one scan, keeping their order (selection sampling: Knuth, *TAOCP* 2, 3.4.2, algorithm S), for
    /// several disjoint samples at once.
    public static final class Selection {

        private final long[] wanted;
        private final SeededRandom random;
        private long rows;

        /// Begins a scan.
        ///
        /// @param rows how many rows will be offered
        /// @param wanted how many of them each sample gets; at most `rows` together
        public Selection(long rows, long[] wanted, SeededRandom random) {
            long sum = 0;
            for (long count : wanted) {
                sum += count;
            }
            if (sum > rows) {
                throw new IllegalArgumentException("cannot pick " + sum + " of " + rows + " rows");
            }
            this.rows = rows;
            this.wanted = wanted.clone();
            this.random = random;
        }

        /// Offers the next row.
        ///
        /// @return the sample it goes into, or −1 for none
        public int next() {
            if (rows == 0) {
                throw new IllegalStateException("more rows are offered than were counted");
            }
            long at = random.nextLong(rows--);
            for (int sample = 0; sample < wanted.length; sample++) {
                if (at < wanted[sample]) {
                    wanted[sample]--;
                    return sample;
                }
                at -= wanted[sample];
            }
            return -1;
        }
    }
}
