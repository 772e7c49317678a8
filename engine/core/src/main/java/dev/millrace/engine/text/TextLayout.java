package dev.millrace.engine.text;

import dev.millrace.engine.dataset.Dialect;
import dev.millrace.engine.dataset.Schema;
import dev.millrace.engine.dataset.Shard;

import java.util.Arrays;
import java.util.Set;

/// Where the columns of a dataset are in a shard, and which of its fields are kept as cells. Makes what belongs to one
/// buffer of its text.
final class TextLayout {

    private final Shard shard;
    private final TextHeader header;
    private final Dialect dialect;
    private final int[] slotOfColumn; // by position in the schema
    private final int[] slotOfField; // by position in the file
    private final boolean inSchemaOrder;

    /// Lays out a shard.
    ///
    /// @param columns positions in the schema of those that are looked at
    TextLayout(Shard shard, TextHeader header, Schema schema, Set<Integer> columns, Dialect dialect) {
        this.shard = shard;
        this.header = header;
        this.dialect = dialect;
        this.slotOfColumn = new int[schema.size()];
        this.slotOfField = new int[header.columns().size()];
        Arrays.fill(slotOfColumn, TextBlock.ABSENT);
        int slots = 0;
        for (int field = 0; field < slotOfField.length; field++) {
            int column = schema.position(header.columns().get(field));
            slotOfField[field] = columns.contains(column) ? slots++ : TextBlock.NOT_ASKED_FOR;
            slotOfColumn[column] = slotOfField[field];
        }
        inSchemaOrder = header.columns().equals(schema.columns());
    }

    Shard shard() {
        return shard;
    }

    TextHeader header() {
        return header;
    }

    /// As the text is in the file.
    Dialect dialect() {
        return dialect;
    }

    /// What is known of lines before the first record.
    LineNumbers firstLine() {
        return new LineNumbers(shard, dialect.encoding(), header.end(), header.line());
    }

    TextBlock newBlock() {
        return new TextBlock(shard, dialect, slotOfColumn, inSchemaOrder);
    }

    BadRows newBadRows() {
        return new BadRows(header.columns(), dialect.header(), dialect.encoding());
    }

    RecordFinder newFinder(RecordFinder.Irregularities irregularities) {
        return dialect.isPlain()
                ? new RecordScanner(dialect, slotOfField, irregularities)
                : new DialectScanner(dialect, slotOfField, irregularities);
    }
}
