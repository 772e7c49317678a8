package dev.millrace.engine.stats;

import dev.millrace.engine.block.Block;
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

/// [Categories]: the codes of 20 and of 50,000 distinct texts, looked up by their bytes. An operation is a block, about
/// 3,800 cells.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 3, time = 1)
public class CategoriesBenchmark {

    private static final int MOST = 1 << 20;

    @SuppressWarnings("NullAway.Init")
    private OneShard shard;

    @SuppressWarnings("NullAway.Init")
    private Block block;

    @SuppressWarnings("NullAway.Init")
    private int[] codes;

    @SuppressWarnings("NullAway.Init")
    private Categories countries;

    @SuppressWarnings("NullAway.Init")
    private Categories transactions;

    @Setup
    public void read() throws IOException, InterruptedException {
        shard = new OneShard(ShardFormat.CSV);
        block = shard.firstBlock(List.of("country", "txn_id"));
        codes = new int[block.rows()];
        countries = new Categories(List.of(), MOST);
        transactions = new Categories(List.of(), MOST);
    }

    @TearDown
    public void delete() throws IOException {
        shard.close();
    }

    @Benchmark
    public int[] fewDistinct() {
        block.column(shard.position("country")).encode(countries, codes);
        return codes;
    }

    @Benchmark
    public int[] allDistinct() {
        block.column(shard.position("txn_id")).encode(transactions, codes);
        return codes;
    }
}
