package dev.millrace.engine.parquet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;

import org.junit.jupiter.api.Test;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;

/// Sizes that a page header claims.
class ThriftTest {

    private static final int INTEGER = 0x15; // the next field, as the compact protocol of Thrift writes it
    private static final int BINARY = 0x18;
    private static final int STRUCT = 0x1C;
    private static final int STRUCT_AFTER_THE_NEXT = 0x2C;

    @Test
    void noRoomIsMadeForAValueThatIsLargerThanAHeaderMayBe() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        byte[] header = header(500_000_000);
        long before = threads.getCurrentThreadAllocatedBytes();
        assertThatThrownBy(() -> Thrift.pageHeader(new ByteArrayInputStream(header)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("a page header makes no sense");
        assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(100_000_000);
    }

    /// A page header whose page has a largest value of some length, of which nothing comes.
    private static byte[] header(int length) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int field : new int[] {INTEGER, 0, INTEGER, 2, INTEGER, 2}) { // type, size, size packed
            bytes.write(field);
        }
        bytes.write(STRUCT_AFTER_THE_NEXT);
        for (int field : new int[] {INTEGER, 2, INTEGER, 0, INTEGER, 0, INTEGER, 0}) { // values, encodings
            bytes.write(field);
        }
        bytes.write(STRUCT);
        bytes.write(BINARY);
        for (int rest = length; true; rest >>>= 7) {
            if (rest < 0x80) {
                bytes.write(rest);
                return bytes.toByteArray();
            }
            bytes.write((rest & 0x7F) | 0x80);
        }
    }
}
