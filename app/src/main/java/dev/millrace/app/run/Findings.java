package dev.millrace.app.run;

import dev.millrace.app.text.Texts;
import dev.millrace.engine.problem.Place;
import dev.millrace.engine.problem.Problem;
import dev.millrace.engine.run.RunEvent;

import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import java.util.List;

/// What a run found wrong with its data, as it comes: all failures, and of the bad rows the first ones.
final class Findings {

    static final int MOST_SHOWN = 500;

    private final Texts texts;
    private final ObservableList<Finding> shown = FXCollections.observableArrayList();
    private final ObservableList<Finding> seen = FXCollections.unmodifiableObservableList(shown);
    private long failed;
    private long rejected;

    Findings(Texts texts) {
        this.texts = texts;
    }

    /// Failures first.
    ObservableList<Finding> shown() {
        return seen;
    }

    /// Shards that failed.
    long failed() {
        return failed;
    }

    /// Rows that were left out.
    long rejected() {
        return rejected;
    }

    void add(RunEvent.ShardFailed event) {
        List<Problem> problems =
                event.problems().isEmpty()
                        ? List.of(
                                new Problem(
                                        Place.of(event.shard().path()), event.message(), texts.of("problem.remedy")))
                        : event.problems();
        for (Problem problem : problems) {
            shown.add((int) Math.min(failed, shown.size()), new Finding(Finding.Kind.FAILED, problem));
        }
        failed++;
    }

    void add(RunEvent.RowsRejected event) {
        rejected += event.rows();
        for (Problem problem : event.first()) {
            if (shown.size() < MOST_SHOWN) {
                shown.add(new Finding(Finding.Kind.REJECTED, problem));
            }
        }
        long more = event.rows() - event.first().size();
        if (more > 0 && shown.size() < MOST_SHOWN) {
            Problem others =
                    new Problem(
                            Place.of(event.shard().path()),
                            texts.of("run.findings.more", more),
                            texts.of("run.findings.more.remedy"));
            shown.add(new Finding(Finding.Kind.REJECTED, others));
        }
    }
}
