package dev.millrace.engine.parquet;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.IOException;

/// Sizes that pages claim.
class PageCodecTest {

    private static final int PACKED = 1 << 20;

    @ParameterizedTest
    @EnumSource
    void aPageIsNotUnpackedToMoreThanAPageMayHave(PageCodec codec) {
        for (int size : new int[] {(256 << 20) + 1, -1}) {
            assertThatThrownBy(() -> codec.unpack(new byte[PACKED], 0, PACKED, new byte[0], size))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("is said to unpack to " + size + "; at most 256 MiB");
        }
    }
}
