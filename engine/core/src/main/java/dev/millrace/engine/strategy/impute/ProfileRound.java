package dev.millrace.engine.strategy.impute;

import dev.millrace.engine.dataset.ShardKey;
import dev.millrace.engine.stats.SummaryInput;
import dev.millrace.engine.stats.SummaryOutput;
import dev.millrace.engine.stats.TextCounts;
import dev.millrace.engine.strategy.FitRound;
import dev.millrace.engine.strategy.Holding;
import dev.millrace.engine.strategy.Subject;
import dev.millrace.engine.strategy.impute.ProfileSummary.ColumnProfile;
import dev.millrace.engine.strategy.impute.Verdicts.Facts;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// The first scan: missing cells and values of every candidate, as far as that is cheap.
final class ProfileRound implements FitRound<ProfileSummary> {

    private static final long USUAL_BYTES_PER_COLUMN = 1 << 20; // a dictionary, full for some, tiny for others

    private final Subject subject;
    private final List<Candidate> candidates;
    private final Limits limits;

    ProfileRound(Subject subject, List<Candidate> candidates, Limits limits) {
        this.subject = subject;
        this.candidates = List.copyOf(candidates);
        this.limits = limits;
    }

    @Override
    public Fit<ProfileSummary> start(ShardKey shard) {
        return new ProfileFit(
                candidates.stream().map(candidate -> new ColumnProfiler(candidate, subject, limits)).toList());
    }

    @Override
    public ProfileSummary merge(ProfileSummary left, ProfileSummary right) {
        List<ColumnProfile> columns = new ArrayList<>();
        for (int i = 0; i < candidates.size(); i++) {
            ColumnProfile a = left.columns().get(i);
            ColumnProfile b = right.columns().get(i);
            columns.add(
                    new ColumnProfile(
                            a.missing() + b.missing(),
                            merge(a.values(), b.values(), candidates.get(i)),
                            a.example() == null ? b.example() : a.example()));
        }
        return new ProfileSummary(left.rows() + right.rows(), columns);
    }

    private Values merge(Values left, Values right, Candidate candidate) {
        if (left instanceof Values.Texts(TextCounts a) && right instanceof Values.Texts(TextCounts b)) {
            TextCounts sum = a.plus(b);
            boolean few = sum.size() <= limits.texts() && sum.bytes() <= limits.textBytes();
            return few ? new Values.Texts(sum) : many(sum, candidate);
        }
        Values a = left instanceof Values.Texts(TextCounts texts) ? many(texts, candidate) : left;
        Values b = right instanceof Values.Texts(TextCounts texts) ? many(texts, candidate) : right;
        if (a instanceof Values.Others || b instanceof Values.Others) {
            return new Values.Others();
        }
        if (a instanceof Values.Numbers(Measured measured) && b instanceof Values.Numbers(Measured other)) {
            return new Values.Numbers(measured.plus(other));
        }
        return new Values.Watched();
    }

    /// What is kept of texts that are, or are part of, too many.
    private Values many(TextCounts texts, Candidate candidate) {
        if (!texts.allNumbers()) {
            return new Values.Others();
        }
        Measure.Collector collector = ColumnProfiler.measure(candidate, limits).collector();
        for (int i = 0; i < texts.size(); i++) {
            collector.add(texts.number(i), texts.count(i));
        }
        return new Values.Numbers(collector.measured());
    }

    @Override
    public List<Holding> holdings(ProfileSummary summary) {
        List<Holding> holdings = new ArrayList<>();
        for (int i = 0; i < candidates.size(); i++) {
            holdings.add(summary.columns().get(i).values().holding(candidates.get(i).column()));
        }
        return holdings;
    }

    @Override
    public long usualBytes() {
        return candidates.size() * USUAL_BYTES_PER_COLUMN;
    }

    @Override
    public void write(ProfileSummary summary, SummaryOutput out) throws IOException {
        out.count(summary.rows());
        for (ColumnProfile column : summary.columns()) {
            column.write(out);
        }
    }

    @Override
    public ProfileSummary read(SummaryInput in) throws IOException {
        long rows = in.count();
        List<ColumnProfile> columns = new ArrayList<>();
        for (Candidate candidate : candidates) {
            columns.add(ColumnProfile.read(in, ColumnProfiler.measure(candidate, limits)));
        }
        return new ProfileSummary(rows, columns);
    }

    @Override
    public Outcome finish(ProfileSummary summary) {
        Verdicts verdicts = new Verdicts(subject, limits, List.of(), List.of());
        for (int i = 0; i < candidates.size(); i++) {
            ColumnProfile column = summary.columns().get(i);
            verdicts.profiled(
                    new Facts(candidates.get(i), summary.rows(), column.missing(), column.example()), column.values());
        }
        return verdicts.outcome();
    }
}
