package dev.millrace.engine.text;

import dev.millrace.engine.block.BlockSize;
import dev.millrace.engine.dataset.ShardFormat;
import dev.millrace.performance.kernels.OneShard;

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

import java.io.IOException;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;

/// [RecordScanner]: records and seven cells of each. An operation is a block of 512 KiB.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 3, time = 1)
public class RecordScannerBenchmark implements RecordFinder.Irregularities {

    private static final int COLUMNS = 20;
    private static final int FIRST_KEPT = 13; // the categories and the label lie at the end

    @SuppressWarnings("NullAway.Init")
    private TextBlock block;

    @SuppressWarnings("NullAway.Init")
    private RecordScanner scanner;

    @Setup
    public void read() throws IOException, InterruptedException {
        int[] slots = new int[COLUMNS];
        Arrays.setAll(slots, column -> column < FIRST_KEPT ? TextBlock.NOT_ASKED_FOR : column - FIRST_KEPT);
        try (OneShard shard = new OneShard(ShardFormat.CSV)) {
            block = new TextBlock(shard.dataset().shards().getFirst(), shard.dataset().dialect(), slots, true);
            block.bytes = Arrays.copyOf(shard.bytes(), BlockSize.DEFAULT.bytes() + RecordFinder.PADDING);
            scanner = new RecordScanner(shard.dataset().dialect(), slots, this);
        }
    }

    @Benchmark
    public int scan() {
        return scanner.scan(block, 0, BlockSize.DEFAULT.bytes(), Integer.MAX_VALUE, false);
    }

    @Override
    public void fieldCount(int recordStart, int recordEnd, int found) {
        throw new IllegalStateException("a record of " + found + " fields at " + recordStart);
    }

    @Override
    public void textAfterQuote(int recordStart, int recordEnd, int field) {
        throw new IllegalStateException("text after a quote at " + recordStart);
    }
}
