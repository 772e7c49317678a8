package dev.millrace.engine.text;

import dev.millrace.engine.dataset.Dialect;

/// Goes over a record that is too long to be held, chunk by chunk, to where the next one begins.
final class RecordSkipper {

    private enum State {
        FIELD_START,
        PLAIN,
        QUOTED,
        QUOTE_IN_QUOTED
    }

    private final Dialect dialect;
    private State state = State.FIELD_START;
    private boolean escaped;

    /// Begins at the begin of a record.
    RecordSkipper(Dialect dialect) {
        this.dialect = dialect;
    }

    /// Goes on in the next bytes.
    ///
    /// @param last whether the shard ends at `to`
    /// @return where the next record begins, or the complement (`~`) of where to go on when it ends in none of the
    ///   bytes; that is `to`, or the carriage return just before it
    int skip(byte[] bytes, int from, int to, boolean last) {
        for (int at = from; at < to; at++) {
            byte character = bytes[at];
            boolean lineBreak = character == '\n' || character == '\r';
            if (character == '\r' && at + 1 == to && !last) {
                return ~at;
            }
            if (escaped) {
                escaped = false;
            } else if (dialect.escape() != Dialect.NONE && character == dialect.escape()) {
                escaped = true;
                state = state == State.QUOTED ? State.QUOTED : State.PLAIN;
            } else if (lineBreak && state != State.QUOTED) {
                return character == '\r' && at + 1 < to && bytes[at + 1] == '\n' ? at + 2 : at + 1;
            } else {
                state = after(character);
            }
        }
        return ~to;
    }

    private State after(byte character) {
        boolean quote = dialect.quote() != Dialect.NONE && character == dialect.quote();
        return switch (state) {
            case QUOTED -> quote ? State.QUOTE_IN_QUOTED : State.QUOTED;
            case QUOTE_IN_QUOTED -> quote ? State.QUOTED : afterField(character, State.PLAIN);
            case FIELD_START -> quote ? State.QUOTED : afterField(character, blankOr(character));
            case PLAIN -> afterField(character, State.PLAIN);
        };
    }

    private State blankOr(byte character) {
        return dialect.skipInitialSpace() && character == ' ' ? State.FIELD_START : State.PLAIN;
    }

    private State afterField(byte character, State otherwise) {
        return character == dialect.delimiter() ? State.FIELD_START : otherwise;
    }
}
