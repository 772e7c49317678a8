package dev.millrace.engine.parquet;

import dev.millrace.engine.block.Block;
import dev.millrace.engine.block.BlockWriter;
import dev.millrace.engine.block.Edits;
import dev.millrace.engine.dataset.Split;
import dev.millrace.engine.parquet.OutputSchema.OutputField;

import org.apache.parquet.hadoop.ParquetFileWriter;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.TreeMap;

/// Writes one Parquet file, column by column. Where rows become a row group depends on the rows alone, never on how
/// blocks cut them, so that the bytes do not either.
final class ParquetBlockWriter implements BlockWriter {

    private static final int ROWS_BETWEEN_CHECKS = 1 << 10;

    private final ParquetOutput output;
    private final ParquetFileWriter file;
    private final RowGroupWriter group;
    private int[] selected = new int[0];
    private long rows;

    ParquetBlockWriter(ParquetOutput output, OutputStream target) throws IOException {
        this.output = output;
        this.file =
                new ParquetFileWriter(
                        new OutputStreamFile(target),
                        output.schema().message(),
                        ParquetFileWriter.Mode.CREATE,
                        Long.MAX_VALUE,
                        0,
                        null,
                        LeafWriter.PROPERTIES);
        this.group = new RowGroupWriter(output, file);
        file.start();
    }

    @Override
    public void write(Block block, Edits edits, Split split) throws IOException {
        int count = select(block, edits, split);
        if (count == 0) {
            return;
        }
        RowGroupWriter.Source[] sources = sources(block, edits);
        boolean whole = edits.allRowsAtHome();
        if (block instanceof ParquetBlock parquet) {
            group.enter(parquet, whole);
        }
        int from = 0;
        while (from < count) {
            int to = (int) Math.min(count, from + group.rowsUntilCheck(ROWS_BETWEEN_CHECKS));
            group.write(sources, selected, from, to);
            from = to;
        }
        if (block instanceof ParquetBlock parquet) {
            group.leave(parquet);
        }
        rows += count;
    }

    /// The rows that go to a split, each as often as it is to be written.
    private int select(Block block, Edits edits, Split split) {
        int count = 0;
        for (int row = 0; row < block.rows(); row++) {
            for (int times = edits.times(row, split); times > 0; times--) {
                if (count == selected.length) {
                    selected = Arrays.copyOf(selected, Math.max(block.rows(), count * 2));
                }
                selected[count++] = row;
            }
        }
        return count;
    }

    private RowGroupWriter.Source[] sources(Block block, Edits edits) {
        Edits.ColumnEdit @Nullable [] editOf = new Edits.ColumnEdit[output.names().size()];
        for (Edits.ColumnEdit edit : edits.columns()) {
            if (!output.schema().fields().get(edit.position()).edited()) {
                throw new IllegalStateException(
                        "edits of column " + output.names().name(edit.position()) + " were not announced");
            }
            editOf[edit.position()] = edit;
        }
        RowGroupWriter.Source[] sources = new RowGroupWriter.Source[editOf.length];
        for (int position = 0; position < editOf.length; position++) {
            OutputField field = output.schema().fields().get(position);
            sources[position] =
                    editOf[position] == null && !field.typeChanged() && block instanceof ParquetBlock parquet
                            ? new RowGroupWriter.Source.Untouched(parquet, position)
                            : new RowGroupWriter.Source.Edited(cells(block, position, field, editOf[position]));
        }
        return sources;
    }

    private static CellWriter.Cells cells(
            Block block, int position, OutputField field, Edits.@Nullable ColumnEdit edit) {
        LeafValues asIs =
                !field.typeChanged() && block instanceof ParquetBlock parquet ? parquet.values(position, 0) : null;
        return new CellWriter.Cells(block, block.column(position), asIs, edit);
    }

    @Override
    public long rows() {
        return rows;
    }

    /// Ends the file. What a library says of its own output is not about the input, so it is not taken for damage.
    @Override
    public void close() throws IOException {
        group.flush();
        file.end(new TreeMap<>(output.schema().keyValues()));
    }
}
