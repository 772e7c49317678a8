package dev.millrace.engine.parquet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.engine.block.Block;
import dev.millrace.engine.block.BlockReader;
import dev.millrace.engine.block.BlockSize;
import dev.millrace.engine.dataset.Dataset;
import dev.millrace.engine.parquet.Reference.Triple;
import dev.millrace.engine.problem.DataException;
import dev.millrace.engine.problem.EngineException;
import dev.millrace.engine.problem.Problem;
import dev.millrace.engine.testing.Fuzzing;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Damaged Parquet files, in their pages and in their footers. The pages have no checksums, so that decoders get to see
/// the damage.
final class ParquetFuzzTest {

    /// A page may have 256 MiB, and every input is read twice.
    private static final long MOST_BYTES = 1100L << 20;

    private static final int SHARDS = 60;
    private static final BlockSize LARGE = new BlockSize(1 << 20, 1 << 10);

    /// Of Thrift's compact protocol and of Parquet's runs.
    private static final List<String> WORDS =
            List.of(
                    "PAR1",
                    "\u0015",
                    "\u0016",
                    "\u0018",
                    "\u0019",
                    "\u001C",
                    "\0",
                    "\u0001",
                    "\u00FF\u00FF\u00FF\u000F");

    @TempDir private Path folder;
    private final List<Shard> shards = new ArrayList<>();
    private Shard damaged = new Shard(new byte[0], new byte[0]); // the one that the last input is made of

    /// A file without its magic and the footer's length.
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Shard(byte[] pages, byte[] footer) {

        private static final byte[] MAGIC = {'P', 'A', 'R', '1'};

        static Shard of(byte[] file) {
            ByteBuffer bytes = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
            int end = file.length - MAGIC.length - Integer.BYTES;
            int begin = end - bytes.getInt(end);
            return new Shard(Arrays.copyOf(file, begin), Arrays.copyOfRange(file, begin, end));
        }

        /// Pages of another length are cut or filled up, so that the footer finds them.
        byte[] withPages(byte[] other) {
            return file(Arrays.copyOf(other, pages.length), footer);
        }

        byte[] withFooter(byte[] other) {
            return file(pages, other);
        }

        private static byte[] file(byte[] pages, byte[] footer) {
            return ByteBuffer.allocate(pages.length + footer.length + Integer.BYTES + MAGIC.length)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .put(pages)
                    .put(footer)
                    .putInt(footer.length)
                    .put(MAGIC)
                    .array();
        }
    }

    /// What a reader makes of a file.
    ///
    /// @param error empty if the file is read to its end
    private record Outcome(Map<String, List<Triple>> triples, Map<Integer, List<String>> texts, List<Problem> error) {}

    @BeforeEach
    void writeSoundShards() throws IOException {
        for (int seed = 1; seed <= SHARDS; seed++) {
            Path file = RandomShards.unchecked(seed, folder.resolve("sound-" + seed + ".parquet"));
            shards.add(Shard.of(Files.readAllBytes(file)));
        }
    }

    @Test
    void anyPagesAreReadAlikeInBlocksOfAnySizeOrRefused() {
        new Fuzzing("Parquet pages", random -> choose(random).pages(), WORDS, MOST_BYTES)
                .feed((input, random) -> assertReadAlike(damaged.withPages(input), random));
    }

    @Test
    void anyFooterIsReadAlikeInBlocksOfAnySizeOrRefused() {
        new Fuzzing("Parquet footers", random -> choose(random).footer(), WORDS, MOST_BYTES)
                .feed((input, random) -> assertReadAlike(damaged.withFooter(input), random));
    }

    private Shard choose(Random random) {
        damaged = shards.get(random.nextInt(shards.size()));
        return damaged;
    }

    private void assertReadAlike(byte[] content, Random random) throws IOException {
        Path file = Files.write(folder.resolve("part-1.parquet"), content);
        Dataset dataset = Ours.dataset(file);
        Outcome large = read(dataset, LARGE);
        if (large.error().isEmpty() || random.nextInt(4) == 0) {
            Outcome small = read(dataset, new BlockSize(1 + random.nextInt(2000), 1 + random.nextInt(9)));
            boolean bothRefused = !large.error().isEmpty() && !small.error().isEmpty();
            assertThat(bothRefused || small.equals(large)).as("%s and %s", large, small).isTrue();
        }
        if (!large.error().isEmpty()) {
            throw new DataException(large.error().getFirst());
        }
    }

    private static Outcome read(Dataset dataset, BlockSize size) throws IOException {
        Set<Integer> lookedAt =
                IntStream.range(0, dataset.schema().size())
                        .filter(position -> !dataset.opaque().containsKey(dataset.schema().name(position)))
                        .boxed()
                        .collect(Collectors.toSet());
        Map<String, List<Triple>> triples = new TreeMap<>();
        Map<Integer, List<String>> texts = new TreeMap<>();
        try (BlockReader reader = new ParquetCodec().open(dataset, dataset.shards().getFirst(), lookedAt, size)) {
            for (Block block = reader.next(); block != null; block = reader.next()) {
                Ours.addTriples((ParquetBlock) block, triples);
                for (int position : lookedAt) {
                    List<String> cells = texts.computeIfAbsent(position, _ -> new ArrayList<>());
                    for (int row = 0; row < block.rows(); row++) {
                        cells.add(block.column(position).text(row));
                    }
                }
            }
            return new Outcome(triples, texts, List.of());
        } catch (EngineException error) {
            assertThat(error.getMessage()).startsWith(dataset.root().toString());
            return new Outcome(Map.of(), Map.of(), error.problems());
        }
    }
}
