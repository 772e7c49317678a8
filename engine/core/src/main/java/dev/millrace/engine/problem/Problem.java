package dev.millrace.engine.problem;

/// One thing that is wrong, told so that a person can mend it. What comes from data is shown on one line, cut off when
/// it is very long, control characters as `\u001B`.
///
/// @param place where it is
/// @param finding what was found, and what would have been accepted
/// @param remedy what to do about it
public record Problem(Place place, String finding, String remedy) {

    public Problem {
        finding = Shown.of(finding);
        remedy = Shown.of(remedy);
    }

    /// The whole message in one line: place, finding, remedy.
    public String message() {
        return place + ": " + finding + ". " + remedy + ".";
    }
}
