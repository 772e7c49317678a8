package dev.millrace.engine.block;

/// How much of a shard is in memory at once. Results never depend on it.
///
/// @param bytes bytes of a block; a longer row makes its block grow
/// @param rows most rows of a block
public record BlockSize(int bytes, int rows) {

    /// A size at which a block and its index stay in a processor's cache.
    public static final BlockSize DEFAULT = new BlockSize(512 << 10, 1 << 16);

    public BlockSize {
        if (bytes < 1 || rows < 1) {
            throw new IllegalArgumentException("a block of " + bytes + " bytes and " + rows + " rows holds nothing");
        }
    }
}
