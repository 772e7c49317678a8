package dev.millrace.engine.block;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

import java.util.Random;
import java.util.concurrent.TimeUnit;

/// [ContentHash] of a block; an operation is 512 KiB.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 3, time = 1)
public class ContentHashBenchmark {

    private final byte[] block = new byte[BlockSize.DEFAULT.bytes()];

    @Setup
    public void fill() {
        new Random(7).nextBytes(block);
    }

    @Benchmark
    public ContentHash hash() {
        ContentHash hash = new ContentHash();
        hash.add(block, 0, block.length);
        return hash;
    }
}
