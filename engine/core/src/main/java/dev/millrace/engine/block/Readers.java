package dev.millrace.engine.block;

/// Threads that a run lends to a shard, to read ahead of the worker that works on it.
public interface Readers {

    /// How many there are for one shard, at least 1.
    int count();

    /// Starts some that do the same.
    ///
    /// @param work ends when it is interrupted
    Started start(int count, Runnable work);

    /// Those that work on one shard.
    @FunctionalInterface
    interface Started extends AutoCloseable {

        /// Interrupts them until they have ended, for what they read must not be closed before.
        @Override
        void close();
    }
}
