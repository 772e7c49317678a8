package dev.millrace.engine.run;

import dev.millrace.engine.dataset.Split;
import dev.millrace.engine.problem.StorageException;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/// Bad rows as CSV in UTF-8: reason, source, line, column (empty when it is the row as a whole) and the row as it was
/// written.
final class RejectedFile implements AutoCloseable {

    private static final CSVFormat FORMAT =
            CSVFormat.DEFAULT
                    .builder()
                    .setHeader("reason", "source", "line", "column", "row")
                    .setRecordSeparator('\n')
                    .get();

    private final Path target;
    private final StagedFile file;
    private final CSVPrinter printer;
    private long rows;

    RejectedFile(OutputFolder folder, String path) {
        target = folder.root().resolve(path);
        file = folder.stage(path);
        try {
            printer = new CSVPrinter(new OutputStreamWriter(file, StandardCharsets.UTF_8), FORMAT);
        } catch (IOException failure) {
            throw StorageException.writing(target, failure);
        }
    }

    void add(RejectedRow row, String source) {
        try {
            printer.printRecord(row.reason(), source, row.line(), row.column(), row.raw());
            rows++;
        } catch (IOException failure) {
            throw StorageException.writing(target, failure);
        }
    }

    /// The file, once it is whole.
    ///
    /// @param split of the shard that the rows are from
    Manifest.Output entry(Split split) {
        return new Manifest.Output(file.path(), split.folder(), rows, file.bytes(), file.hash());
    }

    /// The file is whole and on disk.
    void finish() {
        try {
            printer.flush();
            file.finish();
        } catch (IOException failure) {
            throw StorageException.writing(target, failure);
        }
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException failure) {
            throw StorageException.writing(target, failure);
        }
    }
}
