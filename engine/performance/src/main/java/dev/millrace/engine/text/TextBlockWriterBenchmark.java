package dev.millrace.engine.text;

import dev.millrace.engine.block.Block;
import dev.millrace.engine.block.BlockWriter;
import dev.millrace.engine.block.Edits;
import dev.millrace.engine.block.Replacements;
import dev.millrace.engine.dataset.ShardFormat;
import dev.millrace.engine.dataset.Split;
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
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// [TextBlockWriter]: a block copied with nothing edited, and with six cells of each row replaced. An operation is a
/// block of 512 KiB.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 3, time = 1)
public class TextBlockWriterBenchmark {

    private static final List<String> EDITED =
            List.of("merchant_category", "country", "device", "payment_method", "channel", "email_domain");

    @SuppressWarnings("NullAway.Init")
    private Block block;

    @SuppressWarnings("NullAway.Init")
    private BlockWriter writer;

    private final Edits none = new Edits();
    private final Edits six = new Edits();

    @Setup
    public void read() throws IOException, InterruptedException {
        try (OneShard shard = new OneShard(ShardFormat.CSV)) {
            block = shard.firstBlock(EDITED);
            writer = new TextBlockWriter(OutputStream.nullOutputStream(), new byte[0], 20, shard.dataset().dialect());
            none.clear(Split.TRAIN, block.rows());
            six.clear(Split.TRAIN, block.rows());
            Replacements risk = Replacements.ofNumbers(0.07969451348261442);
            for (String column : EDITED) {
                int[] choices = new int[block.rows()];
                Arrays.fill(choices, 0);
                six.replace(shard.position(column), choices, risk);
            }
        }
    }

    @Benchmark
    public long untouched() throws IOException {
        writer.write(block, none, Split.TRAIN);
        return writer.rows();
    }

    @Benchmark
    public long sixCellsReplaced() throws IOException {
        writer.write(block, six, Split.TRAIN);
        return writer.rows();
    }
}
