package dev.millrace.app.palette;

/// Something the palette offers.
///
/// @param words what is searched and shown
/// @param detail what is shown beside it: keys, or where it is
/// @param enabled whether it can be chosen now
/// @param go does it or goes there; on the screen's thread
public record Goal(Kind kind, String words, String detail, boolean enabled, Runnable go) {

    /// What can be found, those first that are wanted first when they fit as well.
    public enum Kind {
        ACTION(12),
        STRATEGY(8),
        COLUMN(6),
        SHARD(3),
        RECENT(3);

        private final int weight;

        Kind(int weight) {
            this.weight = weight;
        }

        /// What it adds to how well a text fits.
        int weight() {
            return weight;
        }
    }
}
