package dev.millrace.engine.text;

import dev.millrace.engine.dataset.Dialect;
import dev.millrace.engine.dataset.DialectOverrides;

import java.util.ArrayList;
import java.util.List;

/// Tells delimiter, quotes, escapes, comments and blanks of a sample: every plausible dialect reads it, and the one
/// that makes the best table of it wins. The usual delimiter of the format wins unless the evidence against it is
/// clear.
final class DelimiterDetector {

    private static final String USUAL = ",;\t|";
    private static final String PLAUSIBLE = "^~:#&!*%$@=_\u0001\u001E\u001F ";
    private static final double CLEARLY_BETTER = 1.2;
    private static final double CLEARLY_MORE_PLAUSIBLE = 0.25;
    private static final double NEARLY_ALL = 0.95;
    private static final double MOST = 0.8;

    private final String text;
    private final boolean whole;
    private final Dialect start;
    private final DialectOverrides said;

    /// @param start the usual dialect of the format, with what the person said of it
    DelimiterDetector(String text, boolean whole, Dialect start, DialectOverrides said) {
        this.text = text;
        this.whole = whole;
        this.start = start;
        this.said = said;
    }

    DialectScore best() {
        DialectScore usual = best(start.delimiter());
        boolean beyondDoubt = usual.isPerfect() && usual.plausible() > 1 - CLEARLY_MORE_PLAUSIBLE;
        if (said.delimiterSaid().isPresent() || beyondDoubt) {
            return usual;
        }
        DialectScore best = usual;
        double value = 0; // of the best one but the usual
        for (char delimiter : (USUAL + PLAUSIBLE).toCharArray()) {
            boolean common = USUAL.indexOf(delimiter) >= 0;
            if (delimiter != start.delimiter() && text.indexOf(delimiter) >= 0 && delimiter != start.quote()) {
                DialectScore other = best(delimiter);
                if (isClear(other, usual, common) && other.value() > value) {
                    best = other;
                    value = other.value();
                }
            }
        }
        return best;
    }

    private boolean isClear(DialectScore other, DialectScore usual, boolean common) {
        if (other.fields() < 2 || (other.table().rows().size() < 2 && usual.fields() > 1)) {
            return false;
        }
        if (!common) {
            boolean better =
                    usual.fields() < 2
                            ? other.fields() > 2 && other.plausible() > usual.plausible() - 0.01
                            : other.value() > usual.value() * CLEARLY_BETTER;
            boolean sameTable = other.dialect().skipLines() == start.skipLines();
            return better && sameTable && other.isPerfect() && !usual.isPerfect() && isNoCell(other, usual);
        }
        if (usual.isPerfect()) {
            return other.isPerfect() && other.plausible() >= usual.plausible() + CLEARLY_MORE_PLAUSIBLE;
        }
        if (usual.fields() < 2) {
            return other.consistency() >= MOST;
        }
        return other.value() > usual.value() * CLEARLY_BETTER && other.consistency() >= usual.consistency();
    }

    /// Blanks separate words, and colons the parts of a time, more often than cells.
    private static boolean isNoCell(DialectScore other, DialectScore usual) {
        if (other.dialect().delimiter() == ' ') {
            return typedShare(other) * 3 >= 1;
        }
        return usual.fields() > 1 || typedShare(usual) * 2 < 1;
    }

    /// Share of the values that are numbers or dates.
    private static double typedShare(DialectScore score) {
        List<String> values = score.table().rows().stream().flatMap(List::stream).toList();
        long typed =
                values.stream()
                        .map(CellKind::of)
                        .filter(kind -> kind == CellKind.NUMBER || kind == CellKind.DATE)
                        .count();
        return (double) typed / Math.max(1, values.size());
    }

    /// The best dialect with a delimiter.
    private DialectScore best(char delimiter) {
        Dialect plain = start.withDelimiter(delimiter);
        DialectScore best = score(plain);
        if (said.skipInitialSpace() == null && delimiter != ' ' && text.indexOf(delimiter + " ") >= 0) {
            DialectScore skipping = score(plain.withSkipInitialSpace(true));
            boolean consistent = skipping.consistency() > best.consistency() && skipping.fields() > 1;
            if (consistent || isBlankAfterDelimiter(best)) {
                best = skipping;
            }
        }
        if (said.escapeSaid().isEmpty() && text.indexOf('\\') >= 0) {
            DialectScore escaping =
                    score(best.dialect().withEscape('\\').withHeader(start.header(), start.skipLines()));
            boolean mended =
                    escaping.table().malformed() < best.table().malformed()
                            || escaping.table().covered() > best.table().covered() + 0.1
                            || escaping.consistency() > best.consistency();
            if (mended && escaping.value() > best.value()) {
                best = escaping;
            }
        }
        if (said.quoteSaid().isEmpty() && best.table().quoted() == 0 && text.indexOf('\'') >= 0) {
            DialectScore single = score(best.dialect().withQuote('\'').withHeader(start.header(), start.skipLines()));
            boolean sound = single.table().malformed() == 0 && single.consistency() >= best.consistency();
            if (sound && single.table().quoted() > 1 && single.table().covered() >= best.table().covered()) {
                best = single;
            }
        }
        return best;
    }

    private DialectScore score(Dialect dialect) {
        return DialectScore.of(text, whole, dialect, said.commentSaid().isEmpty() || said.skipLines() == null);
    }

    private static boolean isBlankAfterDelimiter(DialectScore score) {
        List<List<String>> rows = score.table().rows();
        if (rows.isEmpty() || score.fields() < 2) {
            return false;
        }
        List<List<String>> rest = rows.subList(1, rows.size());
        boolean first = blankShare(List.of(rows.getFirst())) == 1;
        return first
                ? blankShare(rows) >= NEARLY_ALL
                : rest.size() >= 10 && score.fields() > 2 && blankShare(rest) == 1;
    }

    /// Of the cells after the first of each record that hold something, how many begin with a blank.
    private static double blankShare(List<List<String>> rows) {
        List<String> cells = new ArrayList<>();
        rows.forEach(row -> row.stream().skip(1).filter(cell -> !cell.isBlank()).forEach(cells::add));
        long blank = cells.stream().filter(cell -> cell.startsWith(" ")).count();
        return cells.isEmpty() ? 0 : (double) blank / cells.size();
    }
}
