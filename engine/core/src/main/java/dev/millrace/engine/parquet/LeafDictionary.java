package dev.millrace.engine.parquet;

import org.apache.parquet.column.Dictionary;
import org.apache.parquet.io.api.Binary;

/// The dictionary of one column chunk.
final class LeafDictionary {

    private final Leaf leaf;
    private final Dictionary values;
    private final int size;

    LeafDictionary(Leaf leaf, Dictionary values) {
        this.leaf = leaf;
        this.values = values;
        this.size = values.getMaxId() + 1;
        for (int id = 0; id < size && leaf.isBytes(); id++) {
            values.decodeToBinary(id).toByteBuffer(); // the library looks at lengths when a value is asked for
        }
    }

    int size() {
        return size;
    }

    /// A value of up to 64 bits, as [LeafValues#bits] has it.
    long bits(int id) {
        return switch (leaf.physical()) {
            case INT32 -> values.decodeToInt(id);
            case INT64 -> values.decodeToLong(id);
            case FLOAT -> Float.floatToRawIntBits(values.decodeToFloat(id));
            case DOUBLE -> Double.doubleToRawLongBits(values.decodeToDouble(id));
            case BOOLEAN -> values.decodeToBoolean(id) ? 1 : 0;
            case BINARY, FIXED_LEN_BYTE_ARRAY, INT96 -> throw new IllegalArgumentException("no bits but bytes");
        };
    }

    Binary bytes(int id) {
        return values.decodeToBinary(id);
    }
}
