package dev.millrace.engine.parquet;

import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.jspecify.annotations.Nullable;

/// A leaf column: what Parquet stores as a column of its own. A flat field has one, a nested field several.
///
/// @param index in the order of the schema's leaves
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
