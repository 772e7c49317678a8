package dev.millrace.engine.strategy.temporal;

/// Reads dates byte by byte, without making any object. All that a date is made of is ASCII, so a text with any other
/// character is no date. A date that no calendar has, such as 30 February, is unreadable.
final class DateText {

    private static final int[] DAYS_OF_MONTH = {31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    private static final long MICROS_PER_SECOND = 1_000_000;
    private static final long MICROS_PER_DAY = 86_400 * MICROS_PER_SECOND;
    private static final int NO_NUMBER = -1;

    private DateText() {}

    /// In which order a date names its parts.
    enum Order {
        YEAR_FIRST,
        MONTH_FIRST,
        DAY_FIRST
    }

    /// `yyyy-MM-dd`, then perhaps `T` or a blank, `HH:mm`, `:ss`, a fraction, and `Z` or an offset.
    static long iso(byte[] text, int from, int to) {
        if (to - from < 10 || text[from + 4] != '-' || text[from + 7] != '-') {
            return DateFormat.UNREADABLE;
        }
        long day =
                day(
                        number(text, from, from + 4, to),
                        number(text, from + 5, from + 7, to),
                        number(text, from + 8, from + 10, to));
        if (day == DateFormat.UNREADABLE || to - from == 10) {
            return day;
        }
        byte separator = text[from + 10];
        boolean separated = separator == 'T' || separator == 't' || separator == ' ';
        return separated ? isoTime(text, from + 11, to, day) : DateFormat.UNREADABLE;
    }

    private static long isoTime(byte[] text, int from, int to, long day) {
        int hour = number(text, from, from + 2, to);
        int minute = number(text, from + 3, from + 5, to);
        if (hour < 0 || hour > 23 || minute < 0 || minute > 59 || text[from + 2] != ':') {
            return DateFormat.UNREADABLE;
        }
        int at = from + 5;
        int second = 0;
        long fraction = 0;
        if (at < to && text[at] == ':') {
            second = number(text, at + 1, at + 3, to);
            if (second < 0 || second > 59) {
                return DateFormat.UNREADABLE;
            }
            at += 3;
            if (at < to && (text[at] == '.' || text[at] == ',')) {
                int digits = 0;
                for (at++; at < to && isDigit(text[at]); at++, digits++) {
                    if (digits < 6) {
                        fraction = fraction * 10 + (text[at] - '0');
                    }
                }
                if (digits == 0) {
                    return DateFormat.UNREADABLE;
                }
                for (; digits < 6; digits++) {
                    fraction *= 10;
                }
            }
        }
        long offset = offsetMinutes(text, at, to);
        if (offset == DateFormat.UNREADABLE) {
            return DateFormat.UNREADABLE;
        }
        long seconds = (hour * 60L + minute - offset) * 60 + second;
        return day + seconds * MICROS_PER_SECOND + fraction;
    }

    /// Nothing, `Z`, `±hh`, `±hhmm` or `±hh:mm`.
    private static long offsetMinutes(byte[] text, int at, int to) {
        int left = to - at;
        if (left == 0 || (left == 1 && (text[at] == 'Z' || text[at] == 'z'))) {
            return 0;
        }
        byte sign = text[at];
        boolean colon = left == 6 && text[at + 3] == ':';
        if ((sign != '+' && sign != '-') || (left != 3 && left != 5 && !colon)) {
            return DateFormat.UNREADABLE;
        }
        int hours = number(text, at + 1, at + 3, to);
        int minutes = left == 3 ? 0 : number(text, to - 2, to, to);
        if (hours < 0 || hours > 18 || minutes < 0 || minutes > 59) {
            return DateFormat.UNREADABLE;
        }
        long offset = hours * 60L + minutes;
        return sign == '-' ? -offset : offset;
    }

    /// Three numbers; the year has four digits, the others one or two.
    static long parts(byte[] text, int from, int to, char separator, Order order) {
        int first = find(text, from, to, separator);
        int second = first == to ? to : find(text, first + 1, to, separator);
        if (second == to) {
            return DateFormat.UNREADABLE;
        }
        int a = number(text, from, first, to);
        int b = number(text, first + 1, second, to);
        int c = number(text, second + 1, to, to);
        int firstDigits = first - from;
        int lastDigits = to - second - 1;
        int yearDigits = order == Order.YEAR_FIRST ? firstDigits : lastDigits;
        int otherDigits = Math.max(second - first - 1, order == Order.YEAR_FIRST ? lastDigits : firstDigits);
        if (yearDigits != 4 || otherDigits > 2) {
            return DateFormat.UNREADABLE;
        }
        return switch (order) {
            case YEAR_FIRST -> day(a, b, c);
            case MONTH_FIRST -> day(c, a, b);
            case DAY_FIRST -> day(c, b, a);
        };
    }

    private static int find(byte[] text, int from, int to, char character) {
        int at = from;
        while (at < to && text[at] != character) {
            at++;
        }
        return at;
    }

    /// Eight digits that are a date from 1900 to 2100.
    static long compact(byte[] text, int from, int to) {
        int year = to - from == 8 ? number(text, from, from + 4, to) : NO_NUMBER;
        return year < 1900 || year > 2100
                ? DateFormat.UNREADABLE
                : day(year, number(text, from + 4, from + 6, to), number(text, from + 6, to, to));
    }

    /// The number of up to four digits in a range.
    ///
    /// @param end where the text ends
    private static int number(byte[] text, int from, int to, int end) {
        if (to > end || from >= to || to - from > 4) {
            return NO_NUMBER;
        }
        int number = 0;
        for (int at = from; at < to; at++) {
            if (!isDigit(text[at])) {
                return NO_NUMBER;
            }
            number = number * 10 + (text[at] - '0');
        }
        return number;
    }

    private static boolean isDigit(byte character) {
        return character >= '0' && character <= '9';
    }

    /// The beginning of a day of the Gregorian calendar, by counting from 1 March (Hinnant, *chrono-compatible
    /// low-level date algorithms*).
    private static long day(int year, int month, int day) {
        if (year < 0 || month < 1 || month > 12 || day < 1 || day > DAYS_OF_MONTH[month - 1]) {
            return DateFormat.UNREADABLE;
        }
        boolean leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
        if (month == 2 && day == 29 && !leap) {
            return DateFormat.UNREADABLE;
        }
        long marchYear = month <= 2 ? year - 1L : year;
        long era = Math.floorDiv(marchYear, 400L);
        long yearOfEra = marchYear - era * 400;
        long dayOfYear = (153L * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1;
        long dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear;
        return (era * 146_097 + dayOfEra - 719_468) * MICROS_PER_DAY;
    }
}
