package dev.millrace.app.results;

import dev.millrace.app.text.Figures;
import dev.millrace.app.text.Texts;
import dev.millrace.engine.results.ArtifactTable;
import dev.millrace.engine.results.Cell;
import dev.millrace.engine.results.Heading;

/// Names the tables, columns and cells of artifacts.
public final class ArtifactWords {

    private static final double WHOLE_TO = 1e15; // every whole number below is a long, exactly

    private final Texts texts;
    private final Figures figures;

    public ArtifactWords(Texts texts, Figures figures) {
        this.texts = texts;
        this.figures = figures;
    }

    public String title(ArtifactTable table) {
        return texts.of("results.table", texts.of(table.kind()), table.of()).strip();
    }

    public String heading(Heading heading) {
        return texts.of("results.table", texts.of(heading.kind()), heading.of()).strip();
    }

    /// A share as percent, any other number in the locale's digits, and what is no number as it is.
    public String cell(Heading heading, Cell cell) {
        Double number = cell.number();
        if (number == null || number.isInfinite() || number.isNaN() || heading.kind() == Heading.Kind.VALUE) {
            return cell.text();
        }
        if (heading.kind() == Heading.Kind.MISSING_SHARE) {
            return texts.of("results.percent", number);
        }
        boolean whole = number == Math.rint(number) && Math.abs(number) < WHOLE_TO;
        return whole ? figures.count(Math.round(number)) : figures.number(number);
    }
}
