package dev.millrace.engine.jsonlines;

import dev.millrace.engine.block.Block;
import dev.millrace.engine.block.BlockReader;
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
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// [ObjectScanner], within its reader: seven values of each object found. An operation is a shard of 50,000 objects,
/// about 21 MB, read from the page cache.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 3, time = 1)
public class JsonScanBenchmark {

    private static final List<String> COLUMNS =
            List.of("merchant_category", "country", "device", "payment_method", "channel", "email_domain", "label");

    @SuppressWarnings("NullAway.Init")
    private OneShard shard;

    @Setup
    public void write() throws IOException, InterruptedException {
        shard = new OneShard(ShardFormat.JSONL);
    }

    @TearDown
    public void delete() throws IOException {
        shard.close();
    }

    @Benchmark
    public long scan() throws IOException {
        long rows = 0;
        try (BlockReader reader = shard.open(COLUMNS)) {
            for (Block block = reader.next(); block != null; block = reader.next()) {
                rows += block.rows();
            }
        }
        return rows;
    }
}
