package dev.millrace.engine.parquet;

import dev.millrace.engine.block.Block;
import dev.millrace.engine.block.BlockReader;
import dev.millrace.engine.block.Column;
import dev.millrace.engine.dataset.ShardFormat;
import dev.millrace.engine.stats.Categories;
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

/// [ParquetColumn]: pages and dictionaries of two columns, of texts as codes and of doubles as numbers. An operation is
/// a shard of 50,000 rows, opened and read from the page cache.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 3, time = 1)
public class ParquetColumnBenchmark {

    private static final int MOST = 1 << 16;

    private final int[] codes = new int[MOST];

    @SuppressWarnings("NullAway.Init")
    private OneShard shard;

    @Setup
    public void write() throws IOException, InterruptedException {
        shard = new OneShard(ShardFormat.PARQUET);
    }

    @TearDown
    public void delete() throws IOException {
        shard.close();
    }

    @Benchmark
    public int[] codes() throws IOException {
        Categories categories = new Categories(List.of(), MOST);
        try (BlockReader reader = shard.open(List.of("country"))) {
            for (Block block = reader.next(); block != null; block = reader.next()) {
                block.column(shard.position("country")).encode(categories, codes);
            }
        }
        return codes;
    }

    @Benchmark
    public double numbers() throws IOException {
        double sum = 0;
        try (BlockReader reader = shard.open(List.of("score"))) {
            for (Block block = reader.next(); block != null; block = reader.next()) {
                Column column = block.column(shard.position("score"));
                for (int row = 0; row < block.rows(); row++) {
                    sum += column.number(row);
                }
            }
        }
        return sum;
    }
}
