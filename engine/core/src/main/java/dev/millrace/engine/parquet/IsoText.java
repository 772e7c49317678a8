package dev.millrace.engine.parquet;

import org.apache.parquet.schema.LogicalTypeAnnotation.TimeUnit;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.UUID;

/// Dates, times and identifiers as texts: ISO 8601, with seconds always and fractions where there are any.
final class IsoText {

    private static final VarHandle LITTLE = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle LITTLE_INT =
            MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle BIG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    private static final long NANOS_OF_DAY = 86_400_000_000_000L;
    private static final long JULIAN_DAY_OF_EPOCH = 2_440_588;

    private IsoText() {}

    /// @param day since 1970-01-01
    static String date(long day) {
        return LocalDate.ofEpochDay(day).toString();
    }

    /// A time of day. One beyond the day, which no sound file has, is given as its plain number.
    static String time(long value, TimeUnit unit) {
        long perDay = NANOS_OF_DAY / nanos(unit);
        return value < 0 || value >= perDay
                ? Long.toString(value)
                : DateTimeFormatter.ISO_LOCAL_TIME.format(LocalTime.ofNanoOfDay(value * nanos(unit)));
    }

    /// @param value since the epoch
    /// @param utc whether it is an instant rather than a local time
    static String timestamp(long value, TimeUnit unit, boolean utc) {
        long perSecond = 1_000_000_000L / nanos(unit);
        LocalDateTime time =
                LocalDateTime.ofEpochSecond(
                        Math.floorDiv(value, perSecond),
                        (int) (Math.floorMod(value, perSecond) * nanos(unit)),
                        ZoneOffset.UTC);
        return DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(time) + (utc ? "Z" : "");
    }

    /// The old timestamps of Impala and Spark: nanoseconds of the day, then the Julian day. Whether they are in UTC is
    /// not told.
    static String int96(byte[] bytes, int from, int to) {
        long nanos = (long) LITTLE.get(bytes, from);
        long day = (int) LITTLE_INT.get(bytes, from + Long.BYTES) - JULIAN_DAY_OF_EPOCH;
        LocalDateTime time = LocalDate.ofEpochDay(day).atStartOfDay().plusNanos(nanos);
        return DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(time);
    }

    static String uuid(byte[] bytes, int from, int to) {
        return new UUID((long) BIG.get(bytes, from), (long) BIG.get(bytes, from + Long.BYTES)).toString();
    }

    private static long nanos(TimeUnit unit) {
        return switch (unit) {
            case MILLIS -> 1_000_000;
            case MICROS -> 1_000;
            case NANOS -> 1;
        };
    }
}
