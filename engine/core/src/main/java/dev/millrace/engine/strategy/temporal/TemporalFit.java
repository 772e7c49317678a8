package dev.millrace.engine.strategy.temporal;

import dev.millrace.engine.block.Block;
import dev.millrace.engine.dataset.Split;
import dev.millrace.engine.stats.LongSet;
import dev.millrace.engine.strategy.FitRound;
import dev.millrace.engine.strategy.Holding;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.LongConsumer;

/// Collects, of one shard, how dates may be read and which groups have a row before the split date. As long as several
/// formats are possible, the groups are kept for each of them.
final class TemporalFit implements FitRound.Fit<TemporalCounts> {

    private final String groupColumn;
    private final RowReader reader;
    private final @Nullable TargetMaximum targets;
    private final LongConsumer budget;
    private final SortedMap<Integer, String> examples = new TreeMap<>();
    private final boolean[] seen = new boolean[DateEvidence.KINDS];
    private final @Nullable LongSet[] before = new LongSet[DateFormat.values().length];
    private int formats = -1;
    private long missingDates;
    private long missingGroups;

    /// @param targets tells rows with bad targets, which do not count; null if they need not be told
    /// @param budget told how many groups a set has; throws if those are too many
    TemporalFit(String groupColumn, RowReader reader, @Nullable TargetMaximum targets, LongConsumer budget) {
        this.groupColumn = groupColumn;
        this.reader = reader;
        this.targets = targets;
        this.budget = budget;
    }

    @Override
    public void add(Split split, Block block) {
        reader.read(block);
        if (targets != null) {
            targets.read(block);
        }
        for (int row = 0; row < block.rows(); row++) {
            if (targets != null && targets.badTarget(row) != null) {
                continue;
            }
            if (reader.isDateMissing(row)) {
                missingDates++;
                continue;
            }
            long evidence = reader.evidence(block, row);
            if (evidence == 0) {
                continue;
            }
            notice(DateEvidence.kind(evidence), row);
            if (reader.isGroupMissing(row)) {
                missingGroups++;
            } else {
                keep(DateEvidence.before(evidence) & formats, row);
            }
        }
    }

    private void notice(int kind, int row) {
        if (!seen[kind]) {
            seen[kind] = true;
            examples.put(kind, reader.dateText(row));
            formats &= kind;
            for (int format = 0; format < before.length; format++) {
                if ((formats & 1 << format) == 0) {
                    before[format] = null;
                }
            }
        }
    }

    private void keep(int formatsBefore, int row) {
        if (formatsBefore == 0) {
            return;
        }
        long group = reader.group(row);
        for (int format = 0; format < before.length; format++) {
            if ((formatsBefore & 1 << format) != 0) {
                LongSet groups = before[format];
                if (groups == null) {
                    groups = new LongSet();
                    before[format] = groups;
                }
                if (groups.add(group)) {
                    budget.accept(groups.size());
                }
            }
        }
    }

    @Override
    public List<Holding> holdings() {
        long bytes = reader.footprint();
        long values = 0;
        for (LongSet groups : before) {
            if (groups != null) {
                bytes += groups.footprint() + (long) Long.BYTES * groups.size();
                values = Math.max(values, groups.size());
            }
        }
        return List.of(new Holding(groupColumn, values, bytes));
    }

    @Override
    public TemporalCounts summary() {
        SortedMap<Integer, GroupHashes> groups = new TreeMap<>();
        for (int format = 0; format < before.length; format++) {
            LongSet ofFormat = before[format];
            if (ofFormat != null) {
                groups.put(format, GroupHashes.of(ofFormat.sorted()));
            }
        }
        return new TemporalCounts(new TreeMap<>(examples), groups, missingDates, missingGroups);
    }
}
