package dev.millrace.engine.text;

/// Turns the bytes of a file into those it was compressed from. Used by one thread.
interface Decompressor extends AutoCloseable {

    /// Reads at least one byte unless everything was read; then, and only then, the file was read to its end and was
    /// whole.
    ///
    /// @return how many bytes, or -1 at the end
    /// @throws DamageException if the file is not what its compression asks for
    int read(byte[] target, int from, int length) throws DamageException;

    /// Lets go of native memory; the file stays open.
    @Override
    void close();

    /// A compressed file is damaged.
    final class DamageException extends Exception {

        private static final long serialVersionUID = 1L;

        /// @param finding in words, to come after "the file is …"
        DamageException(String finding) {
            super(finding);
        }
    }
}
