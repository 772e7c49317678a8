package dev.millrace.app.data;

import dev.millrace.app.background.Background;
import dev.millrace.app.problem.ProblemReport;
import dev.millrace.app.text.Texts;
import dev.millrace.engine.Engine;
import dev.millrace.engine.dataset.Dataset;
import dev.millrace.engine.dataset.MissingTokens;
import dev.millrace.engine.dataset.Shard;
import dev.millrace.engine.problem.CancelledException;
import dev.millrace.engine.profile.ColumnProfile;
import dev.millrace.engine.profile.DatasetProfile;
import dev.millrace.engine.profile.ShardScan;

import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.jspecify.annotations.Nullable;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/// What is in the columns: of a sample at once, then of every row, in the background. A dataset that would take long is
/// read whole only when a person asks for it, and a very wide one column by column.
public final class ProfileViewModel {

    static final long MOST_BYTES_UNASKED = 2_000_000_000L;
    static final int MOST_COLUMNS_AT_ONCE = 100;

    private final Engine engine;
    private final Background background;
    private final Texts texts;
    private final Consumer<Map<Shard, ShardScan.Found>> scanned;
    private final Map<Integer, ColumnProfile> sampled = new HashMap<>();
    private final Map<Integer, ColumnProfile> exact = new HashMap<>();
    private final ReadOnlyObjectWrapper<ProfileBasis> basis = new ReadOnlyObjectWrapper<>(ProfileBasis.NONE);
    private final ReadOnlyObjectWrapper<@Nullable ProblemReport> problem = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyLongWrapper revision = new ReadOnlyLongWrapper();
    private AtomicBoolean cancelled = new AtomicBoolean();
    private @Nullable Dataset dataset;
    private MissingTokens missing = MissingTokens.OF_PANDAS;

    /// @param scanned told of shards that were read to their end
    ProfileViewModel(Engine engine, Background background, Texts texts, Consumer<Map<Shard, ShardScan.Found>> scanned) {
        this.engine = engine;
        this.background = background;
        this.texts = texts;
        this.scanned = scanned;
    }

    /// What the figures rest on.
    public ReadOnlyObjectProperty<ProfileBasis> basisProperty() {
        return basis.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<@Nullable ProblemReport> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /// Grows whenever figures may have changed.
    ReadOnlyLongProperty revisionProperty() {
        return revision.getReadOnlyProperty();
    }

    /// The best figures there are of a column; null while there are none.
    public @Nullable ColumnProfile column(int position) {
        ColumnProfile best = exact.get(position);
        return best == null ? sampled.get(position) : best;
    }

    boolean isExact(int position) {
        return exact.containsKey(position);
    }

    /// Whether all columns are scanned at once.
    boolean isNarrow() {
        return dataset != null && dataset.schema().size() <= MOST_COLUMNS_AT_ONCE;
    }

    /// Bytes that an exact scan reads.
    long bytes() {
        return dataset == null ? 0 : dataset.bytes();
    }

    /// Begins anew with another dataset, or with other missing tokens.
    void show(Dataset shown, MissingTokens tokens) {
        clear();
        dataset = shown;
        missing = tokens;
        List<Integer> all = IntStream.range(0, shown.schema().size()).boxed().toList();
        AtomicBoolean mine = cancelled;
        background.run(
                () -> work(shown, all, mine).sample(),
                found -> {
                    if (!mine.get()) {
                        sampled(found);
                    }
                },
                failure -> fail(failure, mine));
    }

    void clear() {
        cancelled.set(true);
        cancelled = new AtomicBoolean();
        dataset = null;
        sampled.clear();
        exact.clear();
        problem.set(null);
        basis.set(ProfileBasis.NONE);
        changed();
    }

    private void sampled(DatasetProfile found) {
        put(found, IntStream.range(0, found.columns().size()).boxed().toList(), sampled);
        basis.set(new ProfileBasis(ProfileBasis.Kind.SAMPLE, found.rows(), found.shards(), 0, false));
        changed();
        if (isNarrow() && bytes() <= MOST_BYTES_UNASKED) {
            scan(0);
        }
    }

    /// Reads every row: for all columns, or for one if there are very many.
    void scan(int column) {
        Dataset shown = dataset;
        if (shown == null || basis.get().scanning()) {
            return;
        }
        List<Integer> columns =
                isNarrow() ? IntStream.range(0, shown.schema().size()).boxed().toList() : List.of(column);
        AtomicBoolean mine = cancelled;
        basis.set(basis.get().scanning(0));
        Consumer<ProfileWork.Progress> told =
                background.newest(progress -> {
                    if (!mine.get()) {
                        basis.set(basis.get().scanning(progress.share()));
                        scanned.accept(progress.scanned());
                    }
                });
        background.run(
                () -> work(shown, columns, mine).exact(told),
                result -> {
                    if (!mine.get()) {
                        finish(result, columns);
                    }
                },
                failure -> fail(failure, mine));
    }

    private ProfileWork work(Dataset shown, List<Integer> columns, AtomicBoolean stop) {
        return new ProfileWork(engine, shown, columns, missing, stop::get);
    }

    private void finish(ProfileWork.Result result, List<Integer> columns) {
        put(result.profile(), columns, exact);
        DatasetProfile found = result.profile();
        basis.set(
                isNarrow()
                        ? new ProfileBasis(ProfileBasis.Kind.EXACT, found.rows(), found.shards(), 1, false)
                        : basis.get().stopped());
        scanned.accept(result.scanned());
        changed();
    }

    /// Ends the exact scan; the figures of the sample stay.
    void cancel() {
        cancelled.set(true);
        cancelled = new AtomicBoolean();
        basis.set(basis.get().stopped());
    }

    private void fail(Throwable failure, AtomicBoolean mine) {
        if (mine.get() || failure instanceof CancelledException) {
            return;
        }
        basis.set(basis.get().stopped());
        problem.set(ProblemReport.of(texts.of("problem.profile"), failure, texts.of("problem.remedy")));
    }

    private static void put(DatasetProfile found, List<Integer> positions, Map<Integer, ColumnProfile> into) {
        for (int i = 0; i < found.columns().size(); i++) {
            into.put(positions.get(i), found.columns().get(i));
        }
    }

    private void changed() {
        revision.set(revision.get() + 1);
    }
}
