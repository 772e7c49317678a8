package dev.millrace.engine.strategy.temporal;

/// Reads dates character by character, without making any object. A date that no calendar has, such as 30 February, is
/// unreadable.
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
    static long iso(String text) {
        int length = text.length();
        if (length < 10 || text.charAt(4) != '-' || text.charAt(7) != '-') {
            return DateFormat.UNREADABLE;
        }
        long day = day(number(text, 0, 4), number(text, 5, 7), number(text, 8, 10));
        if (day == DateFormat.UNREADABLE || length == 10) {
            return day;
        }
        char separator = text.charAt(10);
        boolean separated = separator == 'T' || separator == 't' || separator == ' ';
        return separated ? isoTime(text, day) : DateFormat.UNREADABLE;
    }

    private static long isoTime(String text, long day) {
        int hour = number(text, 11, 13);
        int minute = number(text, 14, 16);
        if (hour < 0 || hour > 23 || minute < 0 || minute > 59 || text.charAt(13) != ':') {
            return DateFormat.UNREADABLE;
        }
        int at = 16;
        int second = 0;
        long fraction = 0;
        if (at < text.length() && text.charAt(at) == ':') {
            second = number(text, 17, 19);
            if (second < 0 || second > 59) {
                return DateFormat.UNREADABLE;
            }
            at = 19;
            if (at < text.length() && (text.charAt(at) == '.' || text.charAt(at) == ',')) {
                int digits = 0;
                for (at++; at < text.length() && isDigit(text.charAt(at)); at++, digits++) {
                    if (digits < 6) {
                        fraction = fraction * 10 + (text.charAt(at) - '0');
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
        long offset = offsetMinutes(text, at);
        if (offset == DateFormat.UNREADABLE) {
            return DateFormat.UNREADABLE;
        }
        long seconds = (hour * 60L + minute - offset) * 60 + second;
        return day + seconds * MICROS_PER_SECOND + fraction;
    }

    /// Nothing, `Z`, `±hh`, `±hhmm` or `±hh:mm`.
    private static long offsetMinutes(String text, int at) {
        int left = text.length() - at;
        if (left == 0 || (left == 1 && (text.charAt(at) == 'Z' || text.charAt(at) == 'z'))) {
            return 0;
        }
        char sign = text.charAt(at);
        boolean colon = left == 6 && text.charAt(at + 3) == ':';
        if ((sign != '+' && sign != '-') || (left != 3 && left != 5 && !colon)) {
            return DateFormat.UNREADABLE;
        }
        int hours = number(text, at + 1, at + 3);
        int minutes = left == 3 ? 0 : number(text, text.length() - 2, text.length());
        if (hours < 0 || hours > 18 || minutes < 0 || minutes > 59) {
            return DateFormat.UNREADABLE;
        }
        long offset = hours * 60L + minutes;
        return sign == '-' ? -offset : offset;
    }

    /// Three numbers; the year has four digits, the others one or two.
    static long parts(String text, char separator, Order order) {
        int first = text.indexOf(separator);
        int second = first < 0 ? -1 : text.indexOf(separator, first + 1);
        if (second < 0) {
            return DateFormat.UNREADABLE;
        }
        int length = text.length();
        int a = number(text, 0, first);
        int b = number(text, first + 1, second);
        int c = number(text, second + 1, length);
        int yearDigits = order == Order.YEAR_FIRST ? first : length - second - 1;
        int otherDigits = Math.max(second - first - 1, order == Order.YEAR_FIRST ? length - second - 1 : first);
        if (yearDigits != 4 || otherDigits > 2) {
            return DateFormat.UNREADABLE;
        }
        return switch (order) {
            case YEAR_FIRST -> day(a, b, c);
            case MONTH_FIRST -> day(c, a, b);
            case DAY_FIRST -> day(c, b, a);
        };
    }

    /// Eight digits that are a date from 1900 to 2100.
    static long compact(String text) {
        int year = text.length() == 8 ? number(text, 0, 4) : NO_NUMBER;
        return year < 1900 || year > 2100 ? DateFormat.UNREADABLE : day(year, number(text, 4, 6), number(text, 6, 8));
    }

    private static int number(String text, int from, int to) {
        if (to > text.length() || from >= to || to - from > 4) {
            return NO_NUMBER;
        }
        int number = 0;
        for (int at = from; at < to; at++) {
            if (!isDigit(text.charAt(at))) {
                return NO_NUMBER;
            }
            number = number * 10 + (text.charAt(at) - '0');
        }
        return number;
    }

    private static boolean isDigit(char character) {
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
