package dev.millrace.engine.parquet;

import dev.millrace.engine.stats.Numbers;

import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.BsonLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.DateLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.DecimalLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.EnumLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.Float16LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.IntLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.JsonLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.StringLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimestampLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.UUIDLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.UnknownLogicalTypeAnnotation;
import org.apache.parquet.schema.PrimitiveType;
import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.LongFunction;
import java.util.function.LongToDoubleFunction;

/// How the values of a type read as cells: their text, empty for one that counts as missing, and their number, NaN if
/// they are none.
sealed interface CellValues {

    /// Types of up to 64 bits. Integers are sign-extended, floating-point numbers are given by their bits.
    record OfBits(LongFunction<String> text, LongToDoubleFunction number) implements CellValues {}

    /// Types of byte strings that are not text.
    record OfBytes(BytesText text) implements CellValues {}

    /// Text in UTF-8: the bytes are the cell.
    record Utf8() implements CellValues {}

    /// Writes a byte string as text.
    @FunctionalInterface
    interface BytesText {

        String of(byte[] bytes, int from, int to);
    }

    /// A decimal's digits are written out; more than this many behind the point are no number of a table.
    int MOST_SCALE = 1000;

    /// The cells of a type; empty if it has no text of its own, such as a plain byte string.
    static Optional<CellValues> of(PrimitiveType type) {
        return Optional.ofNullable(
                switch (type.getPrimitiveTypeName()) {
                    case BOOLEAN -> new OfBits(bits -> bits == 0 ? "False" : "True", _ -> Double.NaN);
                    case FLOAT -> new OfBits(CellValues::floatText, bits -> Float.intBitsToFloat((int) bits));
                    case DOUBLE -> new OfBits(CellValues::doubleText, Double::longBitsToDouble);
                    case INT32, INT64 -> ofInteger(type.getLogicalTypeAnnotation());
                    case INT96 -> new OfBytes(IsoText::int96);
                    case BINARY, FIXED_LEN_BYTE_ARRAY -> ofBytes(type);
                });
    }

    private static @Nullable CellValues ofInteger(@Nullable LogicalTypeAnnotation logical) {
        return switch (logical) {
            case IntLogicalTypeAnnotation integer when !integer.isSigned() ->
                    integer.getBitWidth() == Long.SIZE
                            ? new OfBits(Long::toUnsignedString, CellValues::unsigned)
                            : new OfBits(bits -> Long.toString(bits & 0xFFFF_FFFFL), bits -> bits & 0xFFFF_FFFFL);
            case DecimalLogicalTypeAnnotation decimal ->
                    decimal.getScale() > MOST_SCALE
                            ? null
                            : new OfBits(
                                    bits -> BigDecimal.valueOf(bits, decimal.getScale()).toPlainString(),
                                    bits -> BigDecimal.valueOf(bits, decimal.getScale()).doubleValue());
            case DateLogicalTypeAnnotation _ -> new OfBits(IsoText::date, _ -> Double.NaN);
            case TimeLogicalTypeAnnotation time ->
                    new OfBits(bits -> IsoText.time(bits, time.getUnit()), _ -> Double.NaN);
            case TimestampLogicalTypeAnnotation timestamp ->
                    new OfBits(
                            bits -> IsoText.timestamp(bits, timestamp.getUnit(), timestamp.isAdjustedToUTC()),
                            _ -> Double.NaN);
            case UnknownLogicalTypeAnnotation _ -> new OfBits(_ -> "", _ -> Double.NaN);
            case null, default -> new OfBits(Long::toString, bits -> bits);
        };
    }

    private static @Nullable CellValues ofBytes(PrimitiveType type) {
        return switch (type.getLogicalTypeAnnotation()) {
            case StringLogicalTypeAnnotation _ -> new Utf8();
            case EnumLogicalTypeAnnotation _ -> new Utf8();
            case JsonLogicalTypeAnnotation _ -> new Utf8();
            case BsonLogicalTypeAnnotation _ -> new Utf8();
            case DecimalLogicalTypeAnnotation decimal ->
                    decimal.getScale() > MOST_SCALE
                            ? null
                            : new OfBytes((bytes, from, to) -> decimal(bytes, from, to, decimal.getScale()));
            case UUIDLogicalTypeAnnotation _ -> new OfBytes(IsoText::uuid);
            case Float16LogicalTypeAnnotation _ -> new OfBytes(CellValues::float16);
            case UnknownLogicalTypeAnnotation _ -> new OfBytes((_, _, _) -> "");
            case null, default -> null;
        };
    }

    private static String doubleText(long bits) {
        double value = Double.longBitsToDouble(bits);
        return Double.isNaN(value) ? "" : Numbers.text(value);
    }

    /// The shortest decimal that reads back as the same 32-bit number.
    private static String floatText(long bits) {
        float value = Float.intBitsToFloat((int) bits);
        return Float.isNaN(value) ? "" : Numbers.text(shortest(value));
    }

    private static String float16(byte[] bytes, int from, int to) {
        short half = (short) ((bytes[from] & 0xFF) | (bytes[from + 1] << Byte.SIZE));
        float value = Float.float16ToFloat(half);
        return Float.isNaN(value) ? "" : Numbers.text(shortest(value));
    }

    /// The double with the same shortest decimal: 0.1f as 0.1, not as 0.10000000149011612.
    private static double shortest(float value) {
        return Float.isInfinite(value) ? value : Double.parseDouble(Float.toString(value));
    }

    private static double unsigned(long bits) {
        return bits >= 0 ? bits : new BigInteger(Long.toUnsignedString(bits)).doubleValue();
    }

    private static String decimal(byte[] bytes, int from, int to, int scale) {
        BigInteger unscaled = from == to ? BigInteger.ZERO : new BigInteger(bytes, from, to - from);
        return new BigDecimal(unscaled, scale).toPlainString();
    }

    /// The text as UTF-8.
    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
