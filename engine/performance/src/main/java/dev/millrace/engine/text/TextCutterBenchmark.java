package dev.millrace.engine.text;

import dev.millrace.engine.block.BlockSize;
import dev.millrace.engine.dataset.ShardFormat;
import dev.millrace.engine.dataset.TextEncoding;
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
import java.util.Set;
import java.util.concurrent.TimeUnit;

/// [TextCutter]: where the pieces of a text end, reading and hashing of the file included, as these too are done in
/// turns. An operation is a shard of 50,000 rows, about 7 MB, read from the page cache.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 3, time = 1)
public class TextCutterBenchmark {

    @SuppressWarnings("NullAway.Init")
    private OneShard shard;

    @SuppressWarnings("NullAway.Init")
    private TextPiece piece;

    @Setup
    public void write() throws IOException, InterruptedException {
        shard = new OneShard(ShardFormat.CSV);
        TextHeader header = TextHeader.of(shard.dataset().shards().getFirst(), shard.dataset().dialect()).orElseThrow();
        TextLayout layout =
                new TextLayout(
                        shard.dataset().shards().getFirst(),
                        header,
                        shard.dataset().schema(),
                        Set.of(),
                        shard.dataset().dialect());
        piece = new TextRows(layout, BlockSize.DEFAULT).newPiece();
    }

    @TearDown
    public void delete() throws IOException {
        shard.close();
    }

    @Benchmark
    public long cut() throws IOException {
        long bytes = 0;
        try (TextSource text = ShardText.open(shard.dataset().shards().getFirst(), TextEncoding.UTF_8)) {
            TextCutter cutter = new TextCutter(text, '"', 0);
            do {
                cutter.fill(piece);
                bytes += piece.length();
            } while (!piece.isLast());
        }
        return bytes;
    }
}
