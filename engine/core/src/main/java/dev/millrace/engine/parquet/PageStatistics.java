package dev.millrace.engine.parquet;

import org.apache.parquet.column.statistics.SizeStatistics;
import org.apache.parquet.column.statistics.Statistics;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.IntLogicalTypeAnnotation;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// What the footer and the indexes tell of a page: least and greatest value, nulls, sizes. How values compare is the
/// library's matter; values that surely are neither least nor greatest are kept from it.
final class PageStatistics {

    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle PREFIX = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    private final Leaf leaf;
    private final Statistics<?> range;
    private final boolean isOrdered; // of integers and texts: whether keys tell what is neither least nor greatest
    private long leastKey = Long.MAX_VALUE; // of a text the first eight bytes, with the sign turned
    private long greatestKey = Long.MIN_VALUE;
    private final long[] repetitions;
    private final long[] definitions;
    private long bytes;

    PageStatistics(Leaf leaf) {
        this.leaf = leaf;
        this.range = Statistics.createStats(leaf.descriptor().getPrimitiveType());
        this.isOrdered = isOrdered(leaf);
        this.repetitions = new long[leaf.maxRepetition() + 1];
        this.definitions = new long[leaf.maxDefinition() + 1];
    }

    private static boolean isOrdered(Leaf leaf) {
        if (leaf.physical() != PrimitiveTypeName.INT64) {
            return leaf.cells() instanceof CellValues.Utf8;
        }
        LogicalTypeAnnotation logical = leaf.descriptor().getPrimitiveType().getLogicalTypeAnnotation();
        return !(logical instanceof IntLogicalTypeAnnotation integer) || integer.isSigned();
    }

    Statistics<?> range() {
        return range;
    }

    SizeStatistics sizes() {
        return new SizeStatistics(
                leaf.descriptor().getPrimitiveType(),
                leaf.physical() == PrimitiveTypeName.BINARY ? bytes : 0,
                leaf.maxRepetition() > 0 ? boxed(repetitions) : List.of(),
                leaf.maxDefinition() > 1 ? boxed(definitions) : List.of());
    }

    private static List<Long> boxed(long[] counts) {
        return new ArrayList<>(Arrays.stream(counts).boxed().toList());
    }

    /// Adds the levels of triples that have values, of a flat column.
    void addPresent(int triples) {
        definitions[leaf.maxDefinition()] += triples;
    }

    void addLevels(int[] repetition, int[] definition, int triples) {
        if (leaf.maxRepetition() > 0) {
            for (int i = 0; i < triples; i++) {
                repetitions[repetition[i]]++;
            }
        }
        if (leaf.maxDefinition() > 0) {
            for (int i = 0; i < triples; i++) {
                definitions[definition[i]]++;
            }
            range.incrementNumNulls(triples - definitions[leaf.maxDefinition()]);
        }
    }

    /// Adds values by their ids; each is looked at once.
    void addIds(int[] ids, int count, OutputDictionary dictionary) {
        int[] times = new int[dictionary.size()];
        for (int i = 0; i < count; i++) {
            times[ids[i]]++;
        }
        for (int id = 0; id < times.length; id++) {
            if (times[id] > 0) {
                long before = range.getNanCount();
                add(dictionary.array(), dictionary.start(id), dictionary.length(id));
                if (range.getNanCount() > before) {
                    range.incrementNanCount(times[id] - 1);
                }
                bytes += (long) times[id] * dictionary.length(id);
            }
        }
    }

    /// Adds values as plain pages have them, but booleans as a byte each.
    void addPlain(byte[] plain, int count) {
        switch (leaf.physical()) {
            case INT64 -> addLongs(plain, count);
            case DOUBLE -> addDoubles(plain, count);
            case BINARY -> addTexts(plain, count);
            default -> {
                int length = leaf.isBoolean() ? 1 : leaf.fixedBytes();
                for (int i = 0; i < count; i++) {
                    add(plain, i * length, length);
                }
            }
        }
    }

    private void addLongs(byte[] plain, int count) {
        for (int i = 0; i < count; i++) {
            long value = (long) LONG.get(plain, i * Long.BYTES);
            if (!isOrdered || mayBeAtEnd(value)) {
                range.updateStats(value);
            }
        }
    }

    private void addDoubles(byte[] plain, int count) {
        for (int i = 0; i < count; i++) {
            long bits = (long) LONG.get(plain, i * Long.BYTES);
            double value = Double.longBitsToDouble(bits);
            if (Double.isNaN(value) || mayBeAtEnd(bits ^ (bits >> (Long.SIZE - 1) & Long.MAX_VALUE))) {
                range.updateStats(value);
            }
        }
    }

    private void addTexts(byte[] plain, int count) {
        int at = 0;
        for (int i = 0; i < count; i++) {
            int length = (int) INT.get(plain, at);
            add(plain, at + Integer.BYTES, length);
            at += Integer.BYTES + length;
            bytes += length;
        }
    }

    private void add(byte[] source, int from, int length) {
        switch (leaf.physical()) {
            case BOOLEAN -> range.updateStats(source[from] != 0);
            case INT32 -> range.updateStats((int) INT.get(source, from));
            case INT64 -> range.updateStats((long) LONG.get(source, from));
            case FLOAT -> range.updateStats(Float.intBitsToFloat((int) INT.get(source, from)));
            case DOUBLE -> range.updateStats(Double.longBitsToDouble((long) LONG.get(source, from)));
            case BINARY, FIXED_LEN_BYTE_ARRAY, INT96 -> {
                if (!isOrdered || mayBeAtEnd(prefix(source, from, length))) {
                    range.updateStats(Binary.fromReusedByteArray(source, from, length));
                }
            }
        }
    }

    /// Whether a value may be less or greater than all before it. Widens the range.
    ///
    /// @param key no greater than that of a greater value
    private boolean mayBeAtEnd(long key) {
        if (key > leastKey && key < greatestKey) {
            return false;
        }
        leastKey = Math.min(leastKey, key);
        greatestKey = Math.max(greatestKey, key);
        return true;
    }

    private static long prefix(byte[] source, int from, int length) {
        if (length >= Long.BYTES) {
            return (long) PREFIX.get(source, from) ^ Long.MIN_VALUE;
        }
        long prefix = 0;
        for (int i = 0; i < length; i++) {
            prefix |= (source[from + i] & 0xFFL) << (56 - 8 * i);
        }
        return prefix ^ Long.MIN_VALUE;
    }
}
