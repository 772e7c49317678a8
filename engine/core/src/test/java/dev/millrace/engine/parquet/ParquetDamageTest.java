package dev.millrace.engine.parquet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.engine.block.BlockSize;
import dev.millrace.engine.problem.DataException;
import dev.millrace.engine.testing.Seeds;

import org.apache.parquet.example.data.simple.SimpleGroupFactory;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/// Damaged shards end in a [DataException] that names the file, whatever the library makes of them.
class ParquetDamageTest {

    @TempDir private Path folder;

    @Seeds(count = 20)
    void aShardWithWrongBytesIsReadOrRefused(long seed) throws IOException {
        Path file = RandomShards.write(1 + seed % 7, folder.resolve("in")).values().iterator().next();
        byte[] sound = Files.readAllBytes(file);
        Random random = new Random(seed);
        for (int round = 0; round < 20; round++) {
            byte[] damaged = sound.clone();
            for (int i = 1 + random.nextInt(3); i > 0; i--) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
            }
            readOrRefuse(Files.write(folder.resolve("part-1.parquet"), damaged));
        }
    }

    @Seeds(count = 5)
    void aShardThatIsCutOffIsRefused(long seed) throws IOException {
        Path file = RandomShards.write(seed, folder.resolve("in")).values().iterator().next();
        byte[] sound = Files.readAllBytes(file);
        Random random = new Random(seed);
        for (int round = 0; round < 50; round++) {
            Path cut = folder.resolve("part-1.parquet");
            Files.write(cut, Arrays.copyOf(sound, random.nextInt(sound.length)));
            assertThat(readOrRefuse(cut)).as("refused").isFalse();
        }
    }

    @Seeds(count = 7)
    void aWrongByteInAPageIsFound(long seed) throws IOException {
        Path file = RandomShards.write(seed, folder.resolve("in")).values().iterator().next();
        byte[] bytes = Files.readAllBytes(file);
        ColumnChunkMetaData chunk = Reference.footer(file).getBlocks().getFirst().getColumns().getFirst();
        int last = (int) (chunk.getStartingPos() + chunk.getTotalSize()) - 1;
        bytes[last] ^= 1;
        Path damaged = Files.write(folder.resolve("part-1.parquet"), bytes);

        assertThat(readOrRefuse(damaged)).as("read").isFalse();
    }

    @Test
    void aTextThatIsNotUtf8IsFoundWhereItIsLookedAt() throws IOException {
        MessageType schema = MessageTypeParser.parseMessageType("message m { required binary t (STRING); }");
        Path file =
                Reference.write(
                        folder.resolve("part-1.parquet"),
                        schema,
                        List.of(
                                new SimpleGroupFactory(schema)
                                        .newGroup()
                                        .append("t", Binary.fromConstantByteArray(new byte[] {'a', (byte) 0xFF}))),
                        builder -> builder.withDictionaryEncoding(false));

        assertThat(Ours.triples(file, BlockSize.DEFAULT)).isEqualTo(Reference.triples(file));
        assertThat(readOrRefuse(file)).isFalse();
    }

    /// Whether it was read; else it must have been refused in the right way.
    private static boolean readOrRefuse(Path file) throws IOException {
        try {
            Ours.triples(file, BlockSize.DEFAULT);
            Ours.texts(file, new BlockSize(1 << 12, 50));
            return true;
        } catch (DataException refused) {
            assertThat(refused.problems().getFirst().place().source()).startsWith(file.toString());
            return false;
        }
    }
}
