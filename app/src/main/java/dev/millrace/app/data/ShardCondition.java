package dev.millrace.app.data;

/// How a shard stands, from best to worst.
public enum ShardCondition {
    /// Read from begin to end, and every row is good.
    SOUND("✓"),
    /// Its columns fit; nobody has looked further.
    OPENED("•"),
    /// An empty file.
    EMPTY("○"),
    /// Some of its rows are bad.
    BAD_ROWS("△"),
    /// It has other columns than the dataset.
    DIFFERENT("△"),
    /// It cannot be read, or not to its end.
    BROKEN("✕");

    private final String sign;

    ShardCondition(String sign) {
        this.sign = sign;
    }

    /// A shape, so that colour is not all there is to tell it by.
    String sign() {
        return sign;
    }

    boolean isAttention() {
        return this == BAD_ROWS || this == DIFFERENT || this == BROKEN;
    }
}
