package dev.millrace.engine.jsonlines;

import dev.millrace.engine.block.BadRow;
import dev.millrace.engine.dataset.TextEncoding;
import dev.millrace.engine.problem.DataException;
import dev.millrace.engine.problem.Place;
import dev.millrace.engine.problem.Problem;
import dev.millrace.engine.text.RawText;

import java.util.ArrayList;
import java.util.List;

/// Collects the bad rows of one block at a time.
final class JsonFaults implements RowScanner.Faults {

    private record Found(Fault fault, int from, int at, int to) {}

    private final JsonBlock block;
    private final List<Found> found = new ArrayList<>();
    private int limit; // end of the bytes in the block's buffer

    JsonFaults(JsonBlock block) {
        this.block = block;
    }

    /// The block's buffer was filled.
    ///
    /// @param end of its bytes
    void filled(int end) {
        limit = end;
    }

    @Override
    public void badRow(Fault fault, int from, int at, int to) {
        found.add(new Found(fault, from, at, to));
    }

    @Override
    public RuntimeException badFile(Fault fault, int from, int at) {
        TextPosition position = TextPosition.of(block.shard, block.offset + at);
        Excerpt excerpt = new Excerpt(block.bytes, from, at, limit);
        return new DataException(
                new Problem(
                        position.place(),
                        fault.finding(excerpt.found())
                                + " at character "
                                + position.character()
                                + ": "
                                + excerpt.around(),
                        fault.remedy()));
    }

    /// Hands over what was found in the block, in order.
    List<BadRow> take() {
        List<BadRow> rows = found.stream().map(this::badRow).toList();
        found.clear();
        return rows;
    }

    private BadRow badRow(Found bad) {
        Excerpt excerpt = new Excerpt(block.bytes, bad.from(), bad.at(), limit);
        String where = block.framing == Framing.LINES ? excerpt.after() : " of the row" + excerpt.after();
        return new BadRow(
                Place.of(block.shard.file()).atLine(block.lines.of(block.bytes, block.offset, bad.from())),
                null,
                bad.fault().finding(excerpt.found()) + " at character " + excerpt.character() + where,
                bad.fault().remedy(),
                RawText.of(block.bytes, bad.from(), bad.to(), TextEncoding.UTF_8));
    }
}
