package dev.millrace.engine.results;

import dev.millrace.engine.browse.ShardRow;
import dev.millrace.engine.browse.ShardRows;

import org.jspecify.annotations.Nullable;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/// Rows of the input beside what a run made of them, page by page from the first.
///
/// Output rows have no numbers of the input. But every split keeps the order of the input's rows and the bytes of the
/// cells that no strategy touches: so the next row of a split belongs to the next row of the input with the same cells
/// there. Of input rows that are alike in all of these cells, the first is taken.
///
/// Not safe for several threads.
public final class BeforeAndAfter {

    private static final int READ_FIRST = 256;
    private static final int READ_MOST = 1 << 14;
    private static final int MOST_CHARACTERS = 400;

    private final List<String> columns;
    private final List<ShardRows> input;
    private final List<Integer> untouched;
    private final boolean repeats;
    private final List<Output> outputs;
    private int shard;
    private long nextRow;

    /// @param columns names of all columns, in the order of the input
    /// @param input the input's shards, in the order in which they were written
    /// @param untouched positions of columns by which rows are told apart
    /// @param repeats whether a row may have been written several times
    /// @param outputs the files with their rows, by split
    BeforeAndAfter(
            List<String> columns,
            List<ShardRows> input,
            List<Integer> untouched,
            boolean repeats,
            Map<String, OutputRows> outputs) {
        this.columns = List.copyOf(columns);
        this.input = List.copyOf(input);
        this.untouched = List.copyOf(untouched);
        this.repeats = repeats;
        this.outputs = outputs.entrySet().stream().map(each -> new Output(each.getKey(), each.getValue())).toList();
    }

    /// The rows of an output file.
    ///
    /// @param positions of the input's columns in it; -1 for one that it lacks
    record OutputRows(ShardRows rows, List<Integer> positions) {}

    public List<String> columns() {
        return columns;
    }

    /// Whether there are columns to tell rows apart by.
    public boolean tellsRowsApart() {
        return !untouched.isEmpty();
    }

    /// The next rows of the input.
    ///
    /// @return none at the end
    /// @throws dev.millrace.engine.problem.EngineException if they cannot be read
    public List<ComparedRow> next(int most) {
        List<ComparedRow> compared = new ArrayList<>();
        List<Integer> all = IntStream.range(0, columns.size()).boxed().toList();
        while (compared.size() < most && shard < input.size()) {
            ShardRows from = input.get(shard);
            List<ShardRow> rows = from.read(nextRow, most - compared.size(), all, MOST_CHARACTERS);
            if (rows.isEmpty()) {
                shard++;
                nextRow = 0;
            }
            rows.forEach(row -> compared.add(compared(from, row)));
            nextRow += rows.size();
        }
        return compared;
    }

    private ComparedRow compared(ShardRows from, ShardRow row) {
        if (row.bad() == null) {
            for (Output output : outputs) {
                Optional<List<String>> after = output.take(row.cells());
                if (after.isPresent()) {
                    return new ComparedRow(
                            from.shard().toString(), row.number(), row.cells(), output.split, after.get());
                }
            }
        }
        List<String> before = row.bad() == null ? row.cells() : rawFirst(row.bad().raw());
        return new ComparedRow(from.shard().toString(), row.number(), before, "", List.of());
    }

    private List<String> rawFirst(String raw) {
        List<String> cells = new ArrayList<>(columns.stream().map(_ -> "").toList());
        cells.set(0, raw);
        return cells;
    }

    /// The rows of one split that are not yet told apart.
    private final class Output {

        private final String split;
        private final OutputRows file;
        private final Deque<List<String>> waiting = new ArrayDeque<>();
        private long next;
        private boolean ended;
        private int readMost = READ_FIRST; // grows: every read passes over what lies before

        Output(String split, OutputRows file) {
            this.split = split;
            this.file = file;
        }

        /// The next row, if it is what became of a row of the input. A row that was drawn several times is passed over
        /// as often.
        Optional<List<String>> take(List<String> before) {
            List<String> first = head();
            if (first == null || !isOf(first, before)) {
                return Optional.empty();
            }
            waiting.removeFirst();
            for (List<String> again = head(); repeats && again != null && isOf(again, before); again = head()) {
                waiting.removeFirst();
            }
            return Optional.of(first);
        }

        private boolean isOf(List<String> after, List<String> before) {
            return untouched.stream().allMatch(column -> after.get(column).equals(before.get(column)));
        }

        private @Nullable List<String> head() {
            if (waiting.isEmpty() && !ended) {
                List<Integer> there = file.positions().stream().filter(position -> position >= 0).toList();
                List<ShardRow> rows = file.rows().read(next, readMost, there, MOST_CHARACTERS);
                readMost = Math.min(READ_MOST, 2 * readMost);
                next += rows.size();
                ended = rows.isEmpty();
                rows.stream().filter(row -> row.bad() == null).forEach(row -> waiting.add(cells(row)));
            }
            return waiting.peekFirst();
        }

        private List<String> cells(ShardRow row) {
            List<String> cells = new ArrayList<>();
            int at = 0;
            for (int position : file.positions()) {
                cells.add(position < 0 ? "" : row.cells().get(at++));
            }
            return cells;
        }
    }
}
