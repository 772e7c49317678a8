package dev.millrace.engine.run;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.UUID;

/// Names a run: its start in UTC, and a few random characters for those that start within one second.
final class RunId {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

    private RunId() {}

    static String at(Instant start) {
        return TIME.format(start) + "-" + UUID.randomUUID().toString().substring(0, 4);
    }
}
