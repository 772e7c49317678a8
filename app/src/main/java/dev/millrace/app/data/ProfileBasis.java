package dev.millrace.app.data;

/// On what the figures of the columns rest.
///
/// @param kind how far they can be trusted
/// @param rows how many rows they are of
/// @param shards how many shards those are in
/// @param share how much of an exact scan is done, 0 to 1
/// @param scanning whether an exact scan is on
public record ProfileBasis(Kind kind, long rows, int shards, double share, boolean scanning) {

    static final ProfileBasis NONE = new ProfileBasis(Kind.NONE, 0, 0, 0, false);

    /// How far figures can be trusted.
    public enum Kind {
        /// There are none.
        NONE,
        /// They are of a few rows from some shards.
        SAMPLE,
        /// They are of every row that can be read.
        EXACT
    }

    /// Whether there is more to know, and nobody is finding it out.
    boolean canBeExact() {
        return kind == Kind.SAMPLE && !scanning;
    }

    ProfileBasis scanning(double done) {
        return new ProfileBasis(kind, rows, shards, done, true);
    }

    ProfileBasis stopped() {
        return new ProfileBasis(kind, rows, shards, 0, false);
    }
}
