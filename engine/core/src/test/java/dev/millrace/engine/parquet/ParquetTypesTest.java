package dev.millrace.engine.parquet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.engine.block.Block;
import dev.millrace.engine.block.BlockReader;
import dev.millrace.engine.block.BlockSize;
import dev.millrace.engine.block.Column;
import dev.millrace.engine.dataset.Dataset;
import dev.millrace.engine.stats.Categories;
import dev.millrace.engine.stats.Numbers;

import org.apache.parquet.column.ParquetProperties.WriterVersion;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroupFactory;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/// How values of every type read as cells.
class ParquetTypesTest {

    private static final int ROWS = 40;

    @TempDir private Path folder;

    static Stream<Arguments> types() {
        return Stream.of(
                of("boolean", "True", (group, name) -> group.append(name, true)),
                of("boolean", "False", (group, name) -> group.append(name, false)),
                of("int32", "-7", (group, name) -> group.append(name, -7)),
                of("int64", "9223372036854775807", (group, name) -> group.append(name, Long.MAX_VALUE)),
                of("float", "0.1", (group, name) -> group.append(name, 0.1f)),
                of("float", "", (group, name) -> group.append(name, Float.NaN)),
                of("double", "1e+300", (group, name) -> group.append(name, 1e300)),
                of("double", "-inf", (group, name) -> group.append(name, Double.NEGATIVE_INFINITY)),
                of("double", "", (group, name) -> group.append(name, Double.NaN)),
                of("binary %s (STRING)", "größer", (group, name) -> group.append(name, "größer")),
                of("binary %s (STRING)", "", (group, name) -> group.append(name, "")),
                of("binary %s (ENUM)", "RED", (group, name) -> group.append(name, "RED")),
                of("binary %s (JSON)", "{\"a\":1}", (group, name) -> group.append(name, "{\"a\":1}")),
                of("binary %s (BSON)", "b", (group, name) -> group.append(name, "b")),
                of("int32 %s (INTEGER(8,true))", "-128", (group, name) -> group.append(name, -128)),
                of("int32 %s (INTEGER(16,false))", "65535", (group, name) -> group.append(name, 65535)),
                of("int32 %s (INTEGER(32,false))", "4294967295", (group, name) -> group.append(name, -1)),
                of("int64 %s (INTEGER(64,false))", "18446744073709551615", (group, name) -> group.append(name, -1L)),
                of("int32 %s (DECIMAL(9,2))", "-12.34", (group, name) -> group.append(name, -1234)),
                of("int64 %s (DECIMAL(18,3))", "0.001", (group, name) -> group.append(name, 1L)),
                of(
                        "binary %s (DECIMAL(30,5))",
                        "123456789012345678.90123",
                        (group, name) ->
                                group.append(
                                        name,
                                        Binary.fromConstantByteArray(
                                                new BigInteger("12345678901234567890123").toByteArray()))),
                of(
                        "fixed_len_byte_array(4) %s (DECIMAL(9,1))",
                        "-0.5",
                        (group, name) -> group.append(name, Binary.fromConstantByteArray(new byte[] {-1, -1, -1, -5}))),
                of("int32 %s (DATE)", "1969-12-31", (group, name) -> group.append(name, -1)),
                of("int32 %s (TIME(MILLIS,true))", "01:00:00.5", (group, name) -> group.append(name, 3_600_500)),
                of("int64 %s (TIME(MICROS,false))", "00:00:01", (group, name) -> group.append(name, 1_000_000L)),
                of("int64 %s (TIME(NANOS,false))", "00:00:00.000000001", (group, name) -> group.append(name, 1L)),
                of(
                        "int64 %s (TIMESTAMP(MILLIS,true))",
                        "1970-01-01T00:00:00Z", (group, name) -> group.append(name, 0L)),
                of(
                        "int64 %s (TIMESTAMP(MICROS,false))",
                        "1969-12-31T23:59:59.999999", (group, name) -> group.append(name, -1L)),
                of(
                        "int64 %s (TIMESTAMP(NANOS,false))",
                        "2262-04-11T23:47:16.854775807", (group, name) -> group.append(name, Long.MAX_VALUE)),
                of(
                        "fixed_len_byte_array(16) %s (UUID)",
                        "00112233-4455-6677-8899-aabbccddeeff",
                        (group, name) ->
                                group.append(
                                        name,
                                        Binary.fromConstantByteArray(
                                                new BigInteger("112233445566778899aabbccddeeff", 16)
                                                        .add(BigInteger.ONE.shiftLeft(128))
                                                        .toByteArray(),
                                                1,
                                                16))),
                of(
                        "fixed_len_byte_array(2) %s (FLOAT16)",
                        "1.5", (group, name) -> group.append(name, Binary.fromConstantByteArray(new byte[] {0, 0x3E}))),
                of(
                        "int96",
                        "2000-01-01T12:00:00",
                        (group, name) ->
                                group.append(
                                        name,
                                        Binary.fromConstantByteArray(
                                                ByteBuffer.allocate(12)
                                                        .order(ByteOrder.LITTLE_ENDIAN)
                                                        .putLong(43_200_000_000_000L)
                                                        .putInt(2_451_545)
                                                        .array()))));
    }

    private static Arguments of(String type, String text, BiConsumer<Group, String> append) {
        String declared = type.contains("%s") ? type : type + " %s";
        return Arguments.of(declared, text, append);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("types")
    void aValueReadsAsItsText(String type, String text, BiConsumer<Group, String> append) throws IOException {
        MessageType schema =
                MessageTypeParser.parseMessageType(
                        "message m { required " + type.formatted("a") + "; optional " + type.formatted("b") + "; }");
        SimpleGroupFactory groups = new SimpleGroupFactory(schema);
        List<Group> rows = new ArrayList<>();
        for (int row = 0; row < ROWS; row++) {
            Group group = groups.newGroup();
            append.accept(group, "a");
            if (row % 3 > 0) {
                append.accept(group, "b");
            }
            rows.add(group);
        }
        for (boolean dictionary : new boolean[] {true, false}) {
            for (WriterVersion version : WriterVersion.values()) {
                Path file = folder.resolve(dictionary + "-" + version + ".parquet");
                Reference.write(
                        file,
                        schema,
                        rows,
                        builder -> builder.withDictionaryEncoding(dictionary).withWriterVersion(version));
                assertCells(file, text);
            }
        }
    }

    private static void assertCells(Path file, String text) throws IOException {
        Dataset dataset = Ours.dataset(file);
        Categories categories = new Categories(List.of(), 100);
        try (BlockReader reader =
                new ParquetCodec().open(dataset, dataset.shards().getFirst(), Set.of(0, 1), new BlockSize(9999, 7))) {
            int row = 0;
            for (Block block = reader.next(); block != null; block = reader.next()) {
                int[] codes = new int[block.rows()];
                Column optional = block.column(1);
                optional.encode(categories, codes);
                for (int i = 0; i < block.rows(); i++, row++) {
                    assertThat(block.column(0).text(i)).isEqualTo(text);
                    assertThat(optional.text(i)).isEqualTo(row % 3 > 0 ? text : "");
                    assertThat(Float.valueOf((float) block.column(0).number(i)))
                            .isEqualTo(Float.valueOf((float) Numbers.parse(text)));
                    boolean missing = row % 3 == 0 || text.isEmpty();
                    assertThat(codes[i]).isEqualTo(missing ? Categories.MISSING : 0);
                    assertThat(optional.encode(categories, i)).isEqualTo(codes[i]);
                    assertThat(block.place(i).source()).endsWith("row " + (row + 1));
                }
            }
            assertThat(row).isEqualTo(ROWS);
        }
        assertThat(categories.size()).isEqualTo(text.isEmpty() ? 0 : 1);
    }
}
