package dev.millrace.engine.dataset;

/// What ends the records of a text. All of them are recognised everywhere; this is the one that prevails.
public enum LineEnd {
    LF("\n", "line feed"),
    CRLF("\r\n", "carriage return and line feed"),
    CR("\r", "carriage return");

    private final String characters;
    private final String label;

    LineEnd(String characters, String label) {
        this.characters = characters;
        this.label = label;
    }

    public String characters() {
        return characters;
    }

    /// What people call it.
    public String label() {
        return label;
    }
}
