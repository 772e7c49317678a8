package dev.millrace.app.recipe;

import dev.millrace.engine.dataset.Compression;
import dev.millrace.engine.dataset.Dataset;
import dev.millrace.engine.dataset.MissingTokens;
import dev.millrace.engine.dataset.ShardFormat;
import dev.millrace.engine.format.Preview;
import dev.millrace.engine.settings.NamesColumn.Usual;
import dev.millrace.engine.stats.Numbers;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What the first rows of a dataset tell: enough to offer fitting columns and to say what to expect, and no more.
///
/// @param columns in schema order
/// @param rows how many rows were looked at
/// @param expectedRows rows of the whole dataset by its size; 0 if its format does not let one tell
public record DatasetSample(List<ColumnSeen> columns, int rows, long expectedRows) {

    /// Rows that are looked at.
    public static final int MOST_ROWS = 1000;

    /// While nothing is known.
    public static final DatasetSample NONE = new DatasetSample(List.of(), 0, 0);

    private static final double CATEGORICAL_SHARE = 0.1; // as in the profile, which looks at all rows

    public DatasetSample {
        columns = List.copyOf(columns);
    }

    static DatasetSample of(Dataset dataset, Preview preview, MissingTokens missing) {
        List<ColumnSeen> columns = new ArrayList<>();
        for (int column = 0; column < preview.columns().size(); column++) {
            columns.add(seen(preview, column, missing));
        }
        return new DatasetSample(columns, preview.rows().size(), expectedRows(dataset, preview));
    }

    private static ColumnSeen seen(Preview preview, int column, MissingTokens missing) {
        Set<String> distinct = new HashSet<>();
        int absent = 0;
        int numbers = 0;
        for (List<String> row : preview.rows()) {
            String cell = row.get(column);
            if (missing.contains(cell)) {
                absent++;
            } else {
                distinct.add(cell);
                numbers += Double.isNaN(Numbers.parse(cell)) ? 0 : 1;
            }
        }
        int values = preview.rows().size() - absent;
        return new ColumnSeen(
                preview.columns().get(column), kind(values, numbers, distinct.size()), absent, distinct.size());
    }

    private static Usual kind(int values, int numbers, int distinct) {
        if (values == 0) {
            return Usual.ANY;
        }
        if (numbers == values) {
            return Usual.NUMERICAL;
        }
        return distinct < CATEGORICAL_SHARE * values ? Usual.CATEGORICAL : Usual.TEXT;
    }

    /// By the mean length of the rows that were looked at.
    private static long expectedRows(Dataset dataset, Preview preview) {
        boolean delimited = dataset.type().format() == ShardFormat.CSV || dataset.type().format() == ShardFormat.TSV;
        if (!delimited || dataset.type().compression() != Compression.NONE || preview.rows().isEmpty()) {
            return 0;
        }
        long characters = preview.rows().stream().flatMap(List::stream).mapToLong(cell -> cell.length() + 1L).sum();
        return Math.round((double) dataset.bytes() / characters * preview.rows().size());
    }

    public Optional<ColumnSeen> column(String name) {
        return columns.stream().filter(column -> column.name().equals(name)).findFirst();
    }

    /// Names of the columns of a kind.
    List<String> names(Usual kind) {
        return columns.stream().filter(column -> column.kind() == kind).map(ColumnSeen::name).toList();
    }
}
