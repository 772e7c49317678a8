package dev.millrace.engine.strategy.temporal;

import dev.millrace.engine.dataset.ShardKey;
import dev.millrace.engine.problem.DataException;
import dev.millrace.engine.problem.Place;
import dev.millrace.engine.problem.Problem;
import dev.millrace.engine.problem.ResourceException;
import dev.millrace.engine.stats.Portion;
import dev.millrace.engine.stats.SummaryInput;
import dev.millrace.engine.stats.SummaryOutput;
import dev.millrace.engine.strategy.FitRound;
import dev.millrace.engine.strategy.Holding;
import dev.millrace.engine.strategy.Subject;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// Finds the format of the dates and the groups with a row before the split date, and chooses the train groups.
final class TemporalFitRound implements FitRound<TemporalCounts> {

    private static final long USUAL_BYTES = 8 << 20; // dates and groups of one shard

    private final TemporalSplitSettings settings;
    private final Subject subject;
    private final long mostGroups;
    private final Optional<DateFormat> given;
    private final DateEvidence evidence;

    /// @param mostGroups how many groups may be held in memory
    TemporalFitRound(TemporalSplitSettings settings, Subject subject, long mostGroups) {
        this.settings = settings;
        this.subject = subject;
        this.mostGroups = mostGroups;
        this.given = DateFormat.named(settings.dateFormat());
        int all = Arrays.stream(DateFormat.values()).mapToInt(DateFormat::bit).sum();
        long splitMicros = DateFormat.ISO.micros(settings.splitDate());
        this.evidence = new DateEvidence(given.map(DateFormat::bit).orElse(all), given.isEmpty(), splitMicros);
    }

    @Override
    public Fit<TemporalCounts> start(ShardKey shard) {
        TargetMaximum targets = subject.strict() ? null : TargetMaximum.of(settings, subject);
        return new TemporalFit(
                settings.groupColumn(),
                new RowReader(settings, evidence, accepted(), subject),
                targets,
                this::requireWithinBudget);
    }

    @Override
    public TemporalCounts merge(TemporalCounts left, TemporalCounts right) {
        TemporalCounts both = left.plus(right);
        SortedMap<Integer, GroupHashes> within = new TreeMap<>();
        both.before()
                .forEach((format, groups) -> {
                    GroupHashes kept = groups.entries() > mostGroups ? groups.compact() : groups;
                    requireWithinBudget(kept.entries());
                    within.put(format, kept);
                });
        return new TemporalCounts(both.examples(), within, both.missingDates(), both.missingGroups());
    }

    @Override
    public List<Holding> holdings(TemporalCounts counts) {
        return counts.before().values().stream()
                .map(groups -> new Holding(settings.groupColumn(), groups.entries(), Long.BYTES * groups.entries()))
                .toList();
    }

    @Override
    public long usualBytes() {
        return USUAL_BYTES;
    }

    @Override
    public void write(TemporalCounts counts, SummaryOutput out) throws IOException {
        counts.write(out);
    }

    @Override
    public TemporalCounts read(SummaryInput in) throws IOException {
        return TemporalCounts.read(in);
    }

    @Override
    public Outcome finish(TemporalCounts counts) {
        DateFormat format = new DateDetection(place(settings.dateColumn()), counts.examples()).format(given);
        long[] groups = counts.before().getOrDefault(format.index(), GroupHashes.NONE).sorted();
        int train = Math.toIntExact(Portion.floor(groups.length, settings.trainRatio()));
        if (train == 0 || train == groups.length) {
            throw emptySplit(groups.length, train);
        }
        List<String> warnings = new ArrayList<>();
        warn(warnings, counts.missingDates(), settings.dateColumn());
        warn(warnings, counts.missingGroups(), settings.groupColumn());
        return new Outcome.Fitted(
                new TemporalArtifact(settings, format, TrainGroups.of(groups, train), subject, warnings));
    }

    private static void warn(List<String> warnings, long rows, String column) {
        if (rows > 0) {
            warnings.add("temporal-split: " + rows + " rows have no value of '" + column + "' and are left out");
        }
    }

    private DataException emptySplit(int groups, int train) {
        if (groups == 0) {
            return new DataException(
                    new Problem(
                            place(settings.dateColumn()),
                            "no row is before " + settings.splitDate() + ", so train and val are empty",
                            "Choose a later splitDate"));
        }
        return new DataException(
                new Problem(
                        place(settings.groupColumn()),
                        groups
                                + " groups have a row before "
                                + settings.splitDate()
                                + ", of which "
                                + train
                                + " are train, so "
                                + (train == 0 ? "train" : "val")
                                + " is empty",
                        "Choose another trainRatio, or a column with more groups in groupColumn"));
    }

    private void requireWithinBudget(long groups) {
        if (groups > mostGroups) {
            throw new ResourceException(
                    new Problem(
                            place(settings.groupColumn()),
                            "there are more than " + mostGroups + " groups, which do not fit into memory",
                            "Give the engine more memory (128 bytes for each group), or choose a column with fewer"
                                    + " groups in groupColumn"));
        }
    }

    private String accepted() {
        return given.map(DateFormat::word)
                .orElseGet(() ->
                        String.join(
                                ", ",
                                Arrays.stream(DateFormat.values())
                                        .filter(DateFormat::detected)
                                        .map(DateFormat::word)
                                        .toList()));
    }

    private Place place(String column) {
        return Place.of(subject.source()).inColumn(column);
    }
}
