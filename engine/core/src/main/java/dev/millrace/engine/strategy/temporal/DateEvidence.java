package dev.millrace.engine.strategy.temporal;

/// What one text tells of dates, packed into a number: the formats in which it can be read, and under which of them it
/// is before the split date.
final class DateEvidence {

    /// Bit of a date that means another day with month and day exchanged.
    static final int DIFFERS = 1 << 8;

    /// How many different [#kind]s there may be.
    static final int KINDS = 1 << 9;

    private static final int BEFORE_SHIFT = 16;
    private static final DateFormat[] FORMATS = DateFormat.values();

    private final int candidates;
    private final boolean detecting;
    private final long splitMicros;

    /// @param candidates the formats that come into question
    /// @param detecting whether the format is to be found out, rather than given
    DateEvidence(int candidates, boolean detecting, long splitMicros) {
        this.candidates = candidates;
        this.detecting = detecting;
        this.splitMicros = splitMicros;
    }

    /// The evidence of a text; 0 if it cannot be read as a date.
    long of(byte[] text, int from, int to) {
        int kind = 0;
        int before = 0;
        for (int i = 0; i < FORMATS.length; i++) {
            DateFormat format = FORMATS[i];
            if ((candidates & 1 << i) != 0) {
                long micros = format.micros(text, from, to);
                if (micros != DateFormat.UNREADABLE && (!detecting || format.isPlausible(text, from, to))) {
                    kind |= 1 << i;
                    before |= micros < splitMicros ? 1 << i : 0;
                }
            }
        }
        int either = DateFormat.MONTH_FIRST.bit() | DateFormat.DAY_FIRST.bit();
        boolean both = (kind & either) == either;
        if (both && DateFormat.MONTH_FIRST.micros(text, from, to) != DateFormat.DAY_FIRST.micros(text, from, to)) {
            kind |= DIFFERS;
        }
        return (long) before << BEFORE_SHIFT | kind;
    }

    /// The formats that a text can be read in, and whether they differ.
    static int kind(long evidence) {
        return (int) evidence & (KINDS - 1);
    }

    /// The formats that a text can be read in.
    static int formats(long evidence) {
        return (int) evidence & (DIFFERS - 1);
    }

    /// The formats under which it is before the split date.
    static int before(long evidence) {
        return (int) (evidence >>> BEFORE_SHIFT);
    }
}
