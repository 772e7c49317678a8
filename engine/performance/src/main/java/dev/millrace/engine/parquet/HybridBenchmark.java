package dev.millrace.engine.parquet;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

import java.util.Random;
import java.util.concurrent.TimeUnit;

/// [Hybrid]: bit-packed dictionary ids of a width. An operation is 8,192 ids.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 3, time = 1)
public class HybridBenchmark {

    private static final int IDS = 8_192;

    @Param({"1", "6", "17"})
    private int width;

    private final int[] ids = new int[IDS];
    private byte[] packed = new byte[0];

    @Setup
    public void pack() {
        byte[] values = new byte[IDS / 8 * width];
        new Random(7).nextBytes(values);
        int header = (IDS / 8) << 1 | 1; // a varint: that many groups of eight
        packed = new byte[values.length + 2];
        packed[0] = (byte) (header | 0x80);
        packed[1] = (byte) (header >>> 7);
        System.arraycopy(values, 0, packed, 2, values.length);
    }

    @Benchmark
    public int[] read() {
        new Hybrid(packed, 0, packed.length, width).read(ids, 0, IDS);
        return ids;
    }
}
