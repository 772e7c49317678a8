package dev.millrace.engine.stats;

import java.io.IOException;

/// The bytes of a summary are not what [SummaryOutput] wrote, or they belong to another one.
public final class DamagedSummaryException extends IOException {

    private static final long serialVersionUID = 1L;

    /// @param finding what is wrong with the bytes
    /// @param position of the last byte that was looked at
    DamagedSummaryException(String finding, long position) {
        super("the saved summary is damaged: " + finding + " (byte " + position + ")");
    }
}
