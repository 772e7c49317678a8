package dev.millrace.engine.browse;

import dev.millrace.engine.block.BadRow;
import dev.millrace.engine.block.Block;
import dev.millrace.engine.block.Column;
import dev.millrace.engine.dataset.Dataset;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/// Takes some rows out of the blocks of a shard, bad rows at their place among the good ones.
final class RowCollector {

    private static final String CUT = "…"; // also in place of what has no text

    private final Dataset dataset;
    private final List<Integer> columns;
    private final long first;
    private final int most;
    private final int mostCharacters;
    private final List<ShardRow> found;
    private long next;

    RowCollector(
            Dataset dataset, List<Integer> columns, long first, int most, int mostCharacters, List<ShardRow> found) {
        this.dataset = dataset;
        this.columns = columns;
        this.first = first;
        this.most = most;
        this.mostCharacters = mostCharacters;
        this.found = found;
    }

    /// Begins at a row.
    void passed(long rows) {
        next = rows;
    }

    /// Takes what is wanted of a block.
    ///
    /// @return whether more is wanted
    boolean add(Block block) {
        long all = block.rows() + (long) block.badRows().size();
        if (next + all <= first) {
            next += all;
            return true;
        }
        List<Optional<Column>> views = columns.stream().map(position -> view(block, position)).toList();
        for (Entry entry : inOrder(block)) {
            if (next >= first && found.size() < most) {
                found.add(entry.bad().isPresent() ? bad(entry.bad().get()) : good(views, entry.row()));
            }
            next++;
        }
        return found.size() < most;
    }

    private Optional<Column> view(Block block, int position) {
        boolean opaque = dataset.opaque().containsKey(dataset.schema().name(position));
        return opaque ? Optional.empty() : Optional.of(block.column(position));
    }

    private ShardRow good(List<Optional<Column>> views, int row) {
        return new ShardRow(
                next, views.stream().map(view -> view.map(column -> cut(column.text(row))).orElse(CUT)).toList(), null);
    }

    private ShardRow bad(BadRow bad) {
        BadRow kept = new BadRow(bad.place(), bad.column(), bad.reason(), bad.remedy(), cut(bad.raw()));
        return new ShardRow(next, Collections.nCopies(columns.size(), ""), kept);
    }

    private String cut(String text) {
        return text.length() > mostCharacters ? text.substring(0, mostCharacters) + CUT : text;
    }

    /// The lines at which the rows of a block begin, good and bad, in order.
    static List<Long> lines(Block block) {
        List<Long> lines = new ArrayList<>();
        for (int row = 0; row < block.rows(); row++) {
            lines.add(block.place(row).line());
        }
        block.badRows().forEach(bad -> lines.add(bad.place().line()));
        Collections.sort(lines);
        return lines;
    }

    private record Entry(int row, Optional<BadRow> bad) {}

    private static List<Entry> inOrder(Block block) {
        List<Entry> entries = new ArrayList<>();
        int nextBad = 0;
        for (int row = 0; row < block.rows(); row++) {
            while (nextBad < block.badRows().size()
                    && block.badRows().get(nextBad).place().line() < block.place(row).line()) {
                entries.add(new Entry(-1, Optional.of(block.badRows().get(nextBad++))));
            }
            entries.add(new Entry(row, Optional.empty()));
        }
        block.badRows().stream().skip(nextBad).forEach(bad -> entries.add(new Entry(-1, Optional.of(bad))));
        return entries;
    }
}
