package dev.millrace.engine.run;

import dev.millrace.engine.block.Block;
import dev.millrace.engine.block.Edits;
import dev.millrace.engine.problem.DataException;
import dev.millrace.engine.problem.Place;
import dev.millrace.engine.problem.Problem;
import dev.millrace.engine.recipe.BadRowPolicy;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;

/// Does with the bad rows of one shard what the recipe says. Used by one worker.
final class RejectedRows implements AutoCloseable {

    private static final int MOST_TOLD = 5;

    private final BadRowPolicy policy;
    private final String source;
    private final Supplier<RejectedFile> files;
    private final List<Problem> first = new ArrayList<>();
    private long left;
    private @Nullable RejectedFile file;

    /// @param source path of the shard relative to the dataset
    RejectedRows(BadRowPolicy policy, String source, Supplier<RejectedFile> files) {
        this.policy = policy;
        this.source = source;
        this.files = files;
    }

    /// Fails if a block has a bad row and none is allowed.
    ///
    /// @throws DataException with the first of them
    static void requireNone(BadRowPolicy policy, Block block) {
        if (policy == BadRowPolicy.FAIL && !block.badRows().isEmpty()) {
            throw block.badRows().getFirst().exception();
        }
    }

    /// Takes in the bad rows of a block: those of its reader, and those that strategies rejected.
    void add(Block block, Edits edits) {
        if (block.badRows().isEmpty() && edits.rejections().isEmpty()) {
            return;
        }
        switch (policy) {
            case FAIL -> {
                requireNone(policy, block);
                throw new DataException(problem(edits.rejections().getFirst(), block));
            }
            case QUARANTINE -> write(block, edits);
            case SKIP -> {} // counted with the other rows
        }
        note(block, edits);
    }

    private void note(Block block, Edits edits) {
        left += block.badRows().size() + edits.rejections().size();
        if (first.size() < MOST_TOLD) {
            block.badRows().stream().limit(MOST_TOLD).forEach(row -> first.add(row.problem()));
            edits.rejections().stream()
                    .sorted(Comparator.comparingInt(Edits.Rejection::row)) // as places are found in order
                    .limit(MOST_TOLD)
                    .forEach(rejection -> first.add(problem(rejection, block)));
        }
    }

    private static Problem problem(Edits.Rejection rejection, Block block) {
        Place place = block.place(rejection.row()).inColumn(rejection.column());
        return new Problem(place, rejection.reason(), rejection.remedy());
    }

    /// What was left out of the shard so far, with the first few told.
    Rejections soFar() {
        return new Rejections(
                left,
                first.stream()
                        .sorted(Comparator.comparingLong(problem -> problem.place().line()))
                        .limit(MOST_TOLD)
                        .toList());
    }

    private void write(Block block, Edits edits) {
        List<RejectedRow> rows = new ArrayList<>();
        block.badRows().forEach(row -> rows.add(RejectedRow.of(row)));
        edits.rejections().stream()
                .sorted(Comparator.comparingInt(Edits.Rejection::row))
                .forEach(rejection -> rows.add(RejectedRow.of(rejection, block)));
        rows.sort(Comparator.comparingLong(RejectedRow::line));
        RejectedFile target = file == null ? files.get() : file;
        file = target;
        rows.forEach(row -> target.add(row, source));
    }

    /// All rows of the shard were seen.
    ///
    /// @return the file with the bad ones, null if there is none
    @Nullable RejectedFile finish() {
        if (file != null) {
            file.finish();
        }
        return file;
    }

    @Override
    public void close() {
        if (file != null) {
            file.close();
        }
    }
}
