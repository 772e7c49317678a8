package dev.millrace.engine.text;

/// What a cell looks like, told in one look from left to right.
enum CellKind {
    EMPTY,
    NUMBER,
    DATE,
    TEXT;

    static CellKind of(String value) {
        String cell = value.strip();
        if (cell.isEmpty()) {
            return EMPTY;
        }
        int digits = 0;
        int points = 0; // of both kinds
        int dateMarks = 0;
        for (int at = 0; at < cell.length(); at++) {
            char character = cell.charAt(at);
            if (character >= '0' && character <= '9') {
                digits++;
            } else if (character == '.' || character == ',') {
                points++;
            } else if (character == '-' || character == '/' || character == ':') {
                dateMarks += at > 0 && digits > 0 ? 1 : 0;
            } else if (!isNumberMark(cell, at) && !isDateMark(cell, at)) {
                return TEXT;
            }
        }
        if (digits == 0) {
            return TEXT;
        }
        if (dateMarks >= 2 || (dateMarks == 1 && cell.indexOf(':') > 0)) {
            return DATE;
        }
        return dateMarks == 0 || cell.indexOf('e') > 0 || cell.indexOf('E') > 0 ? numberOrText(points, cell) : TEXT;
    }

    private static CellKind numberOrText(int points, String cell) {
        return points <= 1 || (points > 1 && cell.indexOf('.') >= 0 && cell.indexOf(',') >= 0) ? NUMBER : DATE;
    }

    private static boolean isNumberMark(String cell, int at) {
        char character = cell.charAt(at);
        boolean last = at == cell.length() - 1;
        boolean exponent = (character == 'e' || character == 'E') && at > 0 && !last;
        return (character == '+' && !last) || exponent || (character == '%' && last);
    }

    private static boolean isDateMark(String cell, int at) {
        char character = cell.charAt(at);
        boolean last = at == cell.length() - 1;
        return (character == 'T' && at > 0 && !last) || (character == ' ' && at > 0) || (character == 'Z' && last);
    }
}
