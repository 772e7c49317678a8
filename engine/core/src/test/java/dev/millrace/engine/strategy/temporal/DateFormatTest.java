package dev.millrace.engine.strategy.temporal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.engine.testing.Seeds;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Random;

class DateFormatTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "iso|2025-06-01|2025-06-01T00:00:00Z",
                "iso|2025-06-01T10:20|2025-06-01T10:20:00Z",
                "iso|2025-06-01 10:20:30|2025-06-01T10:20:30Z",
                "iso|2025-06-01T10:20:30.5Z|2025-06-01T10:20:30.5Z",
                "iso|2025-06-01T10:20:30.123456789+02:00|2025-06-01T08:20:30.123456Z",
                "iso|2025-06-01T00:20-0130|2025-06-01T01:50:00Z",
                "iso|2025-06-01T00:20+02|2025-05-31T22:20:00Z",
                "iso|0000-03-01|0000-03-01T00:00:00Z",
                "yyyy/MM/dd|2024/02/29|2024-02-29T00:00:00Z",
                "MM/dd/yyyy|2/9/2024|2024-02-09T00:00:00Z",
                "dd/MM/yyyy|02/09/2024|2024-09-02T00:00:00Z",
                "dd.MM.yyyy|31.12.1999|1999-12-31T00:00:00Z",
                "yyyyMMdd|20240229|2024-02-29T00:00:00Z",
                "epoch-seconds|1719878400|2024-07-02T00:00:00Z",
                "epoch-seconds|1719878400.25|2024-07-02T00:00:00.250Z",
                "epoch-seconds|-1|1969-12-31T23:59:59Z",
                "epoch-milliseconds|1719878400001|2024-07-02T00:00:00.001Z"
            })
    void readsDates(String format, String text, String moment) {
        assertThat(DateFormat.named(format).orElseThrow().micros(text))
                .isEqualTo(ChronoUnit.MICROS.between(Instant.EPOCH, Instant.parse(moment)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "iso|2025-02-29",
                "iso|2025-13-01",
                "iso|2025-6-1",
                "iso|2025-06-01x",
                "iso|2025-06-01T",
                "iso|2025-06-01T24:00",
                "iso|2025-06-01T10:2",
                "iso|2025-06-01T10:20:",
                "iso|2025-06-01T10:20:30.",
                "iso|2025-06-01T10:20+2",
                "iso|2025-06-01T10:20+02-00",
                "iso|2025-06-01T10:20 Z",
                "iso|20250601",
                "yyyy/MM/dd|2024/2/30",
                "yyyy/MM/dd|24/02/03",
                "yyyy/MM/dd|2024/002/03",
                "MM/dd/yyyy|13/01/2024",
                "MM/dd/yyyy|1/2/24",
                "MM/dd/yyyy|1/2/2024/3",
                "MM/dd/yyyy|//2024",
                "dd.MM.yyyy|1.2.20244",
                "dd.MM.yyyy|1.2",
                "yyyyMMdd|20241301",
                "yyyyMMdd|18991231",
                "epoch-seconds|now",
                "epoch-seconds|inf",
                "epoch-milliseconds|1e300"
            })
    void refusesWhatIsNone(String format, String text) {
        assertThat(DateFormat.named(format).orElseThrow().micros(text)).isEqualTo(DateFormat.UNREADABLE);
    }

    @Seeds(count = 200)
    void agreesWithTheCalendarOfJava(long seed) {
        Random random = new Random(seed);
        LocalDate date = LocalDate.ofEpochDay(random.nextInt(3_652_059) - 719_528L); // the years 0 to 9999
        long micros = date.toEpochDay() * 86_400_000_000L;
        assertThat(DateFormat.ISO.micros(date.toString())).isEqualTo(micros);
        assertThat(DateFormat.DOTTED.micros(written(date, "dd.MM.uuuu"))).isEqualTo(micros);
        assertThat(DateFormat.MONTH_FIRST.micros(written(date, "MM/dd/uuuu"))).isEqualTo(micros);
        assertThat(DateFormat.YEAR_FIRST.micros(written(date, "uuuu/MM/dd"))).isEqualTo(micros);
        OffsetDateTime time =
                date.atTime(random.nextInt(24), random.nextInt(60), random.nextInt(60))
                        .atOffset(ZoneOffset.ofTotalSeconds((random.nextInt(2000) - 1000) * 60));
        assertThat(DateFormat.ISO.micros(DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time)))
                .isEqualTo(time.toEpochSecond() * 1_000_000);
    }

    private static String written(LocalDate date, String pattern) {
        return date.format(DateTimeFormatter.ofPattern(pattern, Locale.ROOT));
    }
}
