package dev.millrace.engine.parquet;

import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.jspecify.annotations.Nullable;

/// A leaf column: what Parquet stores as a column of its own. A flat field has one, a nested field several. What loops
/// over values ask for is worked out once.
final class Leaf {

    /// In place of an index.
    static final int OF_OUTPUT = -1;

    private final int index;
    private final ColumnDescriptor descriptor;
    private final @Nullable CellValues cells;
    private final PrimitiveTypeName physical;
    private final boolean isBytes;
    private final int fixedBytes;
    private final int maxDefinition;
    private final int maxRepetition;

    /// @param index in the order of the schema's leaves, or [#OF_OUTPUT]
    /// @param descriptor path, type and levels
    Leaf(int index, ColumnDescriptor descriptor) {
        PrimitiveType type = descriptor.getPrimitiveType();
        this.index = index;
        this.descriptor = descriptor;
        this.cells = CellValues.of(type).orElse(null);
        this.physical = type.getPrimitiveTypeName();
        this.isBytes =
                switch (physical) {
                    case BINARY, FIXED_LEN_BYTE_ARRAY, INT96 -> true;
                    case BOOLEAN, INT32, INT64, FLOAT, DOUBLE -> false;
                };
        this.fixedBytes =
                switch (physical) {
                    case BOOLEAN, BINARY -> 0;
                    case INT32, FLOAT -> Integer.BYTES;
                    case INT64, DOUBLE -> Long.BYTES;
                    case INT96 -> 12;
                    case FIXED_LEN_BYTE_ARRAY -> type.getTypeLength();
                };
        this.maxDefinition = descriptor.getMaxDefinitionLevel();
        this.maxRepetition = descriptor.getMaxRepetitionLevel();
    }

    int index() {
        return index;
    }

    ColumnDescriptor descriptor() {
        return descriptor;
    }

    /// How its values read as cells; null if it can only be passed through.
    @Nullable CellValues cells() {
        return cells;
    }

    PrimitiveTypeName physical() {
        return physical;
    }

    /// Whether values are byte strings, of fixed length or not; else they fit in 64 bits.
    boolean isBytes() {
        return isBytes;
    }

    boolean isBoolean() {
        return physical == PrimitiveTypeName.BOOLEAN;
    }

    /// Length of every value in bytes; 0 if lengths differ, and for booleans.
    int fixedBytes() {
        return fixedBytes;
    }

    /// Whether plain values are byte strings with their lengths before them.
    boolean hasLengths() {
        return isBytes && fixedBytes == 0;
    }

    /// Appends a value of up to 64 bits as plain pages have it, but a boolean as a byte.
    void encode(long bits, EncodedBytes out) {
        switch (physical) {
            case INT32, FLOAT -> out.putInt((int) bits);
            case INT64, DOUBLE -> out.putLong(bits);
            case BOOLEAN -> out.putByte((int) bits);
            case BINARY, FIXED_LEN_BYTE_ARRAY, INT96 -> throw new IllegalArgumentException("bytes, not bits");
        }
    }

    int maxDefinition() {
        return maxDefinition;
    }

    int maxRepetition() {
        return maxRepetition;
    }

    String name() {
        return String.join(".", descriptor.getPath());
    }
}
