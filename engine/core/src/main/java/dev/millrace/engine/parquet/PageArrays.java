package dev.millrace.engine.parquet;

import java.util.ArrayList;
import java.util.List;

/// Memory for pages, which the thread that had one uses again for another: of every column chunk a page is unpacked at
/// a time, and making and clearing its arrays anew for each chunk takes as long as unpacking it. A thread keeps what
/// its readers and writers give back, up to a limit; it is gone with the thread.
final class PageArrays {

    /// In place of an array that is given back.
    static final byte[] NONE = {};

    private static final ThreadLocal<PageArrays> OF_THREAD = ThreadLocal.withInitial(PageArrays::new);
    private static final long MOST_KEPT_BYTES = 32 << 20;
    private static final int LEAST_BYTES = 4 << 10; // of an array that is worth keeping

    private final List<byte[]> kept = new ArrayList<>();
    private long keptBytes;
    private byte[] packed = NONE;

    static PageArrays ofThread() {
        return OF_THREAD.get();
    }

    /// An array for a packed page, at least so long. Each call gives the same one, so that it is free again when the
    /// page is unpacked.
    byte[] packed(int least) {
        if (packed.length < least) {
            packed = new byte[least];
        }
        return packed;
    }

    /// An array of its own for the caller, at least so long but not far longer, with any content.
    byte[] take(int least) {
        int best = -1;
        for (int i = 0; i < kept.size(); i++) {
            int length = kept.get(i).length;
            if (length >= least && length / 2 <= least && (best < 0 || length < kept.get(best).length)) {
                best = i;
            }
        }
        if (best < 0) {
            return new byte[least];
        }
        byte[] array = kept.set(best, kept.getLast());
        kept.removeLast();
        keptBytes -= array.length;
        return array;
    }

    /// Takes an array back, which the caller must not use any more.
    void giveBack(byte[] array) {
        if (array.length >= LEAST_BYTES && keptBytes + array.length <= MOST_KEPT_BYTES) {
            kept.add(array);
            keptBytes += array.length;
        }
    }
}
