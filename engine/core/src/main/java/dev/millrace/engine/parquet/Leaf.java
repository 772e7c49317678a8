package dev.millrace.engine.parquet;

import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.jspecify.annotations.Nullable;

/// A leaf column: what Parquet stores as a column of its own. A flat field has one, a nested field several.
///
/// @param index in the order of the schema's leaves; −1 if nobody asks for it
/// @param descriptor path, type and levels
/// @param cells how its values read as cells; null if it can only be passed through
record Leaf(int index, ColumnDescriptor descriptor, @Nullable CellValues cells) {

    PrimitiveTypeName physical() {
        return descriptor.getPrimitiveType().getPrimitiveTypeName();
    }

    /// Whether values are byte strings, of fixed length or not; else they fit in 64 bits.
    boolean isBytes() {
        return switch (physical()) {
            case BINARY, FIXED_LEN_BYTE_ARRAY, INT96 -> true;
            case BOOLEAN, INT32, INT64, FLOAT, DOUBLE -> false;
        };
    }

    boolean isBoolean() {
        return physical() == PrimitiveTypeName.BOOLEAN;
    }

    /// Length of every value in bytes; 0 if lengths differ.
    int fixedBytes() {
        return switch (physical()) {
            case BOOLEAN, BINARY -> 0;
            case INT32, FLOAT -> Integer.BYTES;
            case INT64, DOUBLE -> Long.BYTES;
            case INT96 -> 12;
            case FIXED_LEN_BYTE_ARRAY -> descriptor.getPrimitiveType().getTypeLength();
        };
    }

    /// Whether plain values are byte strings with their lengths before them.
    boolean hasLengths() {
        return isBytes() && fixedBytes() == 0;
    }

    /// Appends a value of up to 64 bits as plain pages have it, but a boolean as a byte.
    void encode(long bits, EncodedBytes out) {
        switch (physical()) {
            case INT32, FLOAT -> out.putInt((int) bits);
            case INT64, DOUBLE -> out.putLong(bits);
            case BOOLEAN -> out.putByte((int) bits);
            case BINARY, FIXED_LEN_BYTE_ARRAY, INT96 -> throw new IllegalArgumentException("bytes, not bits");
        }
    }

    /// A leaf of the output.
    static Leaf of(ColumnDescriptor descriptor) {
        return new Leaf(-1, descriptor, CellValues.of(descriptor.getPrimitiveType()).orElse(null));
    }

    int maxDefinition() {
        return descriptor.getMaxDefinitionLevel();
    }

    int maxRepetition() {
        return descriptor.getMaxRepetitionLevel();
    }

    String name() {
        return String.join(".", descriptor.getPath());
    }
}
