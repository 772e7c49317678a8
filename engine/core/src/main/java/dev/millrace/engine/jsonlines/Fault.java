package dev.millrace.engine.jsonlines;

/// What can be wrong with a row.
enum Fault {
    OBJECT("an object", "Write each row as an object, such as {\"id\": 1}"),
    ARRAY("an array of objects", "Put [ and ] around the objects, or name a file with one object per line .jsonl"),
    KEY("a key in double quotes", "Put the key in double quotes, and no comma after the last value"),
    COLON("a colon", "Put a colon between key and value"),
    VALUE(
            "a value",
            "A value is a text in double quotes, a number, true, false, null, an object or an array; write a number"
                    + " that is missing or not a number as null"),
    COMMA_OR_BRACE("a comma or }", "Mend the row, or write the file anew if it was cut off"),
    COMMA_OR_BRACKET("a comma or ]", "Mend the array, or write the file anew if it was cut off"),
    DIGIT("a digit", "Write the number as JSON does: 0.5, -1, 1e9"),
    ESCAPE("one of \" \\ / b f n r t u after a backslash", "Double the backslash if it belongs to the text"),
    HEXADECIMAL("a hexadecimal digit", "Write \\u and four hexadecimal digits"),
    QUOTE("the closing quote of a text", "Close the quote, and write a control character as \\n, \\t or \\u0001"),
    END_OF_LINE("the end of the line", "Put each object on a line of its own"),
    END_OF_FILE("the end of the file", "Remove what follows the array"),
    DEPTH(
            "values are nested more than " + ValueScanner.MOST_DEPTH + " deep",
            "Flatten the value, or write it as a text"),
    UTF_8("the text is not UTF-8", "Save the file as UTF-8"),
    SURROGATE(
            "the text has half of a character: \\ud800 to \\udfff stand for characters in pairs only",
            "Write both halves, or remove this one"),
    DUPLICATE("the key appears twice", "Give each value of a row a key of its own"),
    UNKNOWN_KEY(
            "the key was not there when the file's keys were looked through",
            "Wait until nothing writes to the dataset, then run again"),
    TOO_MANY_KEYS(
            "the rows have more than " + KeyTable.MOST_KEYS + " different keys, or very long ones",
            "Check that keys are names of columns and not data");

    private final String text;
    private final String remedy;

    Fault(String text, String remedy) {
        this.text = text;
        this.remedy = remedy;
    }

    /// What is wrong.
    ///
    /// @param found the character there, in words
    String finding(String found) {
        return switch (this) {
            case DEPTH, UTF_8, SURROGATE, DUPLICATE, UNKNOWN_KEY, TOO_MANY_KEYS -> text;
            default -> "expected " + text + " but found " + found;
        };
    }

    String remedy() {
        return remedy;
    }

    /// Whether it is the row that is to blame, and not the file as a whole.
    boolean isOfRow() {
        return this != UNKNOWN_KEY && this != TOO_MANY_KEYS;
    }
}
