package dev.millrace.engine.strategy.temporal;

import dev.millrace.engine.stats.Numbers;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// The ways in which dates are written. Times without an offset, and dates, are in UTC.
enum DateFormat {
    /// ISO 8601: a date, or a date and a time with or without an offset.
    ISO("iso", true),
    YEAR_FIRST("yyyy/MM/dd", true),
    MONTH_FIRST("MM/dd/yyyy", true),
    /// Never taken on its own account, but a reason to ask whether a date is month first.
    DAY_FIRST("dd/MM/yyyy", false),
    DOTTED("dd.MM.yyyy", true),
    /// Never taken on its own account, but a reason to ask whether eight digits are seconds.
    COMPACT("yyyyMMdd", false),
    SECONDS("epoch-seconds", true),
    MILLISECONDS("epoch-milliseconds", true);

    /// The setting for a format that is found out.
    static final String AUTO = "auto";

    /// What a text that is no date reads as.
    static final long UNREADABLE = Long.MIN_VALUE;

    private static final double SECONDS_LIMIT = 1e11; // the year 5138; numbers from here on are milliseconds
    private static final double LIMIT = 9e18;

    private final String word;
    private final boolean detected;

    DateFormat(String word, boolean detected) {
        this.word = word;
        this.detected = detected;
    }

    /// The name in recipes.
    String word() {
        return word;
    }

    /// Whether it is taken without being asked for.
    boolean detected() {
        return detected;
    }

    /// Its place in a set of formats.
    int bit() {
        return 1 << index();
    }

    int index() {
        return Arrays.asList(values()).indexOf(this);
    }

    static Optional<DateFormat> named(String word) {
        return Arrays.stream(values()).filter(format -> format.word.equals(word)).findFirst();
    }

    /// What the setting may be.
    static List<String> words() {
        List<String> words = new ArrayList<>(List.of(AUTO));
        Arrays.stream(values()).forEach(format -> words.add(format.word));
        return words;
    }

    /// The moment a text tells, in microseconds since 1970 in UTC, rounded down; [#UNREADABLE] if it is none.
    long micros(byte[] text, int from, int to) {
        return switch (this) {
            case ISO -> DateText.iso(text, from, to);
            case YEAR_FIRST -> DateText.parts(text, from, to, '/', DateText.Order.YEAR_FIRST);
            case MONTH_FIRST -> DateText.parts(text, from, to, '/', DateText.Order.MONTH_FIRST);
            case DAY_FIRST -> DateText.parts(text, from, to, '/', DateText.Order.DAY_FIRST);
            case DOTTED -> DateText.parts(text, from, to, '.', DateText.Order.DAY_FIRST);
            case COMPACT -> DateText.compact(text, from, to);
            case SECONDS -> epoch(text, from, to, 1e6);
            case MILLISECONDS -> epoch(text, from, to, 1e3);
        };
    }

    /// As [#micros(byte[], int, int)], of a text.
    long micros(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return micros(bytes, 0, bytes.length);
    }

    /// Whether a number may be of this unit when nobody says so: 10¹¹ and more is too large for seconds.
    boolean isPlausible(byte[] text, int from, int to) {
        return this != SECONDS || Math.abs(Numbers.parse(text, from, to)) < SECONDS_LIMIT;
    }

    private static long epoch(byte[] text, int from, int to, double microsPerUnit) {
        double micros = Math.floor(Numbers.parse(text, from, to) * microsPerUnit);
        return Math.abs(micros) < LIMIT ? (long) micros : UNREADABLE;
    }
}
