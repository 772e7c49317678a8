package dev.millrace.engine.pickle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.millrace.engine.problem.DataException;
import dev.millrace.engine.problem.Place;
import dev.millrace.engine.testing.Seeds;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// Reading pickles: all plain data, and nothing else whatever the bytes.
class PickleReaderTest {

    /// As CPython's `pickle.dumps` writes [#sample] in protocols 2 to 5.
    private static final List<String> OF_PYTHON =
            List.of(
                    "80027d71002858010000006671017d71022858040000006d6f6465710358070000006e756d65726963710458040000006269"
                        + "6e7371057d710628473ff8000000000000473fd00000000000004afeffffff885802000000c3bc71074e75"
                        + "7558010000006c71085d7109284b014d00014a701101004affffffff8a060000000000018a090000000000"
                        + "000000408a090000000000000000c05d710a580100000061710b680b65580100000065710c7d710d752e",
                    "80037d71002858010000006671017d71022858040000006d6f6465710358070000006e756d65726963710458040000006269"
                        + "6e7371057d710628473ff8000000000000473fd00000000000004afeffffff885802000000c3bc71074e75"
                        + "7558010000006c71085d7109284b014d00014a701101004affffffff8a060000000000018a090000000000"
                        + "000000408a090000000000000000c05d710a580100000061710b680b65580100000065710c7d710d752e",
                    "8004958a000000000000007d94288c0166947d94288c046d6f6465948c076e756d65726963948c0462696e73947d9428473f"
                        + "f8000000000000473fd00000000000004afeffffff888c02c3bc944e75758c016c945d94284b014d00014a"
                        + "701101004affffffff8a060000000000018a090000000000000000408a090000000000000000c05d948c01"
                        + "6194680b658c0165947d94752e",
                    "8005958a000000000000007d94288c0166947d94288c046d6f6465948c076e756d65726963948c0462696e73947d9428473f"
                        + "f8000000000000473fd00000000000004afeffffff888c02c3bc944e75758c016c945d94284b014d00014a"
                        + "701101004affffffff8a060000000000018a090000000000000000408a090000000000000000c05d948c01"
                        + "6194680b658c0165947d94752e");

    private static Map<Object, @Nullable Object> sample() {
        Map<Object, @Nullable Object> bins = new LinkedHashMap<>();
        bins.put(1.5, 0.25);
        bins.put(-2L, true);
        bins.put("ü", null);
        Map<Object, @Nullable Object> table = new LinkedHashMap<>();
        table.put("mode", "numeric");
        table.put("bins", bins);
        BigInteger big = BigInteger.TWO.pow(70);
        Map<Object, @Nullable Object> sample = new LinkedHashMap<>();
        sample.put("f", table);
        sample.put("l", List.of(1L, 256L, 70_000L, -1L, 1L << 40, big, big.negate(), List.of(), "a", "a"));
        sample.put("e", Map.of());
        return sample;
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 5})
    void whatPythonWritesIsRead(int protocol) {
        assertThat(read(bytes(OF_PYTHON.get(protocol - 2)))).isEqualTo(sample());
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 4})
    void theOrderOfKeysIsKept(int protocol) {
        Object read = read(bytes(OF_PYTHON.get(protocol - 2)));
        assertThat(String.valueOf(read)).startsWith("{f={mode=numeric, bins={1.5=0.25, -2=true, ü=null}}, l=[1, ");
    }

    @Seeds(count = 100)
    void whatIsWrittenReadsBackAsTheSame(long seed) {
        Object value = value(new Random(seed), 4);
        assertThat(read(Pickle.of(value))).isEqualTo(value);
    }

    private static Object value(Random random, int depth) {
        return switch (random.nextInt(depth == 0 ? 5 : 7)) {
            case 0 -> (long) random.nextInt();
            case 1 -> random.nextLong();
            case 2 -> random.nextGaussian();
            case 3 -> random.nextBoolean();
            case 4 -> "größe 😀".repeat(random.nextInt(60));
            case 5 -> {
                List<Object> list = new ArrayList<>();
                for (int i = random.nextInt(6); i > 0; i--) {
                    list.add(value(random, depth - 1));
                }
                yield list;
            }
            default -> {
                Map<Object, Object> map = new LinkedHashMap<>();
                for (int i = random.nextInt(6); i > 0; i--) {
                    map.put(random.nextBoolean() ? "k" + i : (Object) (i + 0.5), value(random, depth - 1));
                }
                yield map;
            }
        };
    }

    @ParameterizedTest
    @CsvSource({
        "8a00, 0",
        "8a01ff, -1",
        "8a02ff00, 255",
        "8a0200ff, -256",
        "8a08ffffffffffffff7f, 9223372036854775807",
        "8a080000000000000080, -9223372036854775808",
        "8a09000000000000008000, 9223372036854775808"
    })
    void integersOfAnyLengthAreRead(String opcodes, BigInteger expected) {
        assertThat(String.valueOf(read(bytes("8002" + opcodes + "2e")))).isEqualTo(expected.toString());
    }

    /// Everything that names, imports, calls or builds something; and what only older protocols have.
    @ParameterizedTest
    @CsvSource({
        "GLOBAL, 636f730a73797374656d0a",
        "STACK_GLOBAL, 8c026f738c0673797374656d93",
        "REDUCE, 4e2952",
        "BUILD, 7d7d62",
        "INST, 28696f730a73797374656d0a",
        "OBJ, 284e6f",
        "NEWOBJ, 4e2981",
        "NEWOBJ_EX, 4e297d92",
        "EXT1, 8201",
        "EXT2, 830100",
        "EXT4, 8401000000",
        "PERSID, 50780a",
        "BINPERSID, 4e51",
        "NEXT_BUFFER, 97",
        "READONLY_BUFFER, 4e98",
        "BYTEARRAY8, 96000000000000000000",
        "FROZENSET, 2891",
        "no opcode, ff",
        "zero, 00"
    })
    void whateverIsMoreThanPlainDataIsRefused(String name, String opcodes) {
        for (String protocol : List.of("", "8002", "8004")) {
            DataException refused = refused(bytes(protocol + opcodes + "2e"));
            assertThat(refused).as(name).hasMessageStartingWith("model.pkl: the pickle cannot be taken: it holds more");
        }
    }

    /// Each by itself, after values enough for any: an opcode must not be safe only because another one is refused
    /// before it.
    @Test
    void everyOpcodeButThoseOfPlainDataIsRefusedByItself() {
        byte[] plain = bytes("2e8095284e88897d5d4a4b4d8a47588c8d717294686a61657375");
        for (int opcode = 0; opcode < 256; opcode++) {
            byte[] pickle = {'N', 'N', 'N', (byte) opcode, '.'};
            if (new String(plain, StandardCharsets.ISO_8859_1).indexOf((char) opcode) < 0) {
                assertThat(refused(pickle)).hasMessageContaining("(opcode 0x" + Integer.toHexString(opcode) + ")");
            }
        }
    }

    /// `os.system("true")`, as the usual attack is written.
    @Test
    void anAttackIsRefusedByItsFirstOpcodeThatNamesCode() {
        byte[] attack = "cos\nsystem\n(S'true'\ntR.".getBytes(StandardCharsets.US_ASCII);
        assertThat(refused(attack)).hasMessageContaining("opcode 0x63");
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 5})
    void aPickleCutAnywhereIsRefused(int protocol) {
        byte[] whole = bytes(OF_PYTHON.get(protocol - 2));
        for (int length = 0; length < whole.length; length++) {
            assertThat(refused(Arrays.copyOf(whole, length)).problems()).as("%d bytes", length).hasSize(1);
        }
    }

    @Seeds(count = 300)
    void damagedBytesAreReadOrRefusedAndNothingElse(long seed) {
        Random random = new Random(seed);
        byte[] damaged = bytes(OF_PYTHON.get(random.nextInt(4)));
        for (int i = 1 + random.nextInt(4); i > 0; i--) {
            damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
        }
        Throwable failure = catchThrowable(() -> read(damaged));
        assertThat(failure == null || failure instanceof DataException).as("%s", failure).isTrue();
    }

    /// The last two are lengths of 2 GiB and 2⁶³ − 1 in a file of a few bytes.
    @ParameterizedTest
    @CsvSource({
        "nothing on the stack, 80022e",
        "a mark as the value, 8002282e",
        "a mark in a list, 80025d28612e",
        "a mark as a value of a dict, 80027d4b0128732e",
        "a mark remembered, 80022871004e68005d68002e",
        "an append to a text, 800258010000006178612e",
        "an append to a dict, 80027d4e612e",
        "an item of a list, 80025d4e4e732e",
        "an odd number of items, 80027d284e752e",
        "no mark, 80025d4e652e",
        "a memory that is empty, 800268002e",
        "a text that is not UTF-8, 80025801000000ff2e",
        "a negative length, 800258ffffffff2e",
        "a long text, 800258ffffff7f2e",
        "a longer text, 80048dffffffffffffff7f2e"
    })
    void nonsenseIsRefused(String name, String opcodes) {
        assertThat(refused(bytes(opcodes)).problems()).as(name).hasSize(1);
    }

    /// A list that holds itself has no end for whoever walks through it.
    @ParameterizedTest
    @CsvSource({
        "in a list, 80025d71006800612e",
        "as a key, 80027d5d71006800614b01732e",
        "in a dict, 80027d71004b016800732e"
    })
    void whatHoldsItselfIsRefused(String name, String opcodes) {
        assertThat(refused(bytes(opcodes)).problems()).as(name).hasSize(1);
    }

    private static @Nullable Object read(byte[] pickle) {
        return Pickle.read(pickle, Place.of("model.pkl"));
    }

    private static DataException refused(byte[] pickle) {
        DataException refused = catchThrowableOfType(DataException.class, () -> read(pickle));
        assertThat(refused).isNotNull();
        return refused;
    }

    private static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex);
    }
}
