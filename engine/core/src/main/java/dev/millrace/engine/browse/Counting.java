package dev.millrace.engine.browse;

/// Told how far the rows of a shard are counted.
@FunctionalInterface
public interface Counting {

    /// Called now and then by the thread that counts.
    ///
    /// @return false to stop
    boolean goOn(RowCount soFar);
}
