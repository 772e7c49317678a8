package dev.millrace.app.run;

/// The figures beside the overall bar, as they are shown.
///
/// @param share of all bytes that is read, 0 to 1
public record RunFigures(
        double share, String percent, String rows, String rowRate, String byteRate, String elapsed, String left) {

    /// Before a run.
    public static final RunFigures NONE = new RunFigures(0, "0 %", "–", "–", "–", "–", "–");
}
