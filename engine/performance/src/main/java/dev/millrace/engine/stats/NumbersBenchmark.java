package dev.millrace.engine.stats;

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

import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/// [Numbers]: doubles from their bytes, of few digits and of as many as a double has. An operation is 4,096 numbers.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 3, time = 1)
public class NumbersBenchmark {

    private static final int NUMBERS = 4_096;

    @Param({"100", "1e15"})
    private double unit;

    private final int[] ends = new int[NUMBERS];
    private byte[] texts = new byte[0];

    @Setup
    public void write() {
        Random random = new Random(7);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < NUMBERS; i++) {
            text.append(Math.rint(random.nextDouble() * 100_000 * unit) / unit);
            ends[i] = text.length();
        }
        texts = text.toString().getBytes(StandardCharsets.US_ASCII);
    }

    @Benchmark
    public double parse() {
        double sum = 0;
        int from = 0;
        for (int end : ends) {
            sum += Numbers.parse(texts, from, end);
            from = end;
        }
        return sum;
    }
}
