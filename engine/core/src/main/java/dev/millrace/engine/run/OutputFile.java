package dev.millrace.engine.run;

import dev.millrace.engine.block.Block;
import dev.millrace.engine.block.BlockWriter;
import dev.millrace.engine.block.Edits;
import dev.millrace.engine.block.ShardCodec;
import dev.millrace.engine.dataset.Split;
import dev.millrace.engine.problem.StorageException;

import java.io.IOException;
import java.nio.file.Path;

/// An output file being written: a format's writer over a staged file.
final class OutputFile implements AutoCloseable {

    private final Split split;
    private final Path target;
    private final StagedFile file;
    private final BlockWriter writer;

    OutputFile(OutputFolder folder, ShardCodec.Output output, Split split, String path) {
        this.split = split;
        this.target = folder.root().resolve(path);
        this.file = folder.stage(path);
        try {
            this.writer = output.create(file);
        } catch (IOException failure) {
            throw StorageException.writing(target, failure);
        }
    }

    void write(Block block, Edits edits) {
        try {
            writer.write(block, edits, split);
        } catch (IOException failure) {
            throw StorageException.writing(target, failure);
        }
    }

    /// The file is whole and on disk.
    Manifest.Output finish() {
        try {
            writer.close();
            file.finish();
        } catch (IOException failure) {
            throw StorageException.writing(target, failure);
        }
        return new Manifest.Output(file.path(), split.folder(), writer.rows(), file.bytes(), file.hash());
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
