package dev.millrace.engine.jsonlines;

import dev.millrace.engine.block.Block;
import dev.millrace.engine.block.BlockWriter;
import dev.millrace.engine.block.Edits;
import dev.millrace.engine.dataset.MissingTokens;
import dev.millrace.engine.dataset.Split;

import java.io.IOException;
import java.util.List;

/// Writes blocks as JSON: those of JSON by their bytes, those of any other format value by value.
final class JsonBlockWriter implements BlockWriter {

    private final RowOutput output;
    private final CopiedRows copied;
    private final RenderedRows rendered;

    /// Begins a file.
    ///
    /// @param columns the names of all columns
    /// @param missing texts of other formats that are written as `null`
    JsonBlockWriter(RowOutput output, List<String> columns, MissingTokens missing) {
        this.output = output;
        JsonCells cells = new JsonCells(columns);
        copied = new CopiedRows(output, cells);
        rendered = new RenderedRows(output, cells, missing);
    }

    @Override
    public void write(Block block, Edits edits, Split split) throws IOException {
        if (block instanceof JsonBlock json) {
            copied.write(json, edits, split);
        } else {
            rendered.write(block, edits, split);
        }
    }

    @Override
    public long rows() {
        return output.rows();
    }

    @Override
    public void close() throws IOException {
        output.finish();
    }
}
