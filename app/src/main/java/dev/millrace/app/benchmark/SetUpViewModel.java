package dev.millrace.app.benchmark;

import dev.millrace.engine.recipe.Mode;
import dev.millrace.lab.measure.Side;
import dev.millrace.lab.result.BenchmarkSettings;
import dev.millrace.lab.result.BenchmarkSettings.Part;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What a benchmark is to do, as a person sets it up: the usual sides and numbers at first.
public final class SetUpViewModel {

    /// Sides that can still be told apart in a chart.
    public static final int MOST_SIDES = 6;

    private static final BenchmarkSettings USUAL = BenchmarkSettings.of(Set.of());

    private final ReadOnlyIntegerWrapper revision = new ReadOnlyIntegerWrapper();
    private final ObservableList<SideRow> sides = FXCollections.observableArrayList();
    private final IntegerProperty runs = new SimpleIntegerProperty(USUAL.runs());
    private final IntegerProperty warmUps = new SimpleIntegerProperty(USUAL.warmUps());
    private final BooleanProperty scaling = new SimpleBooleanProperty();
    private final BooleanProperty constraints = new SimpleBooleanProperty();
    private final BooleanProperty quality = new SimpleBooleanProperty(true);
    private final ObjectProperty<@Nullable Path> parent = new SimpleObjectProperty<>();

    SetUpViewModel() {
        sides.setAll(row(Mode.BATCH), row(Mode.STREAMING));
        runs.subscribe(this::changed);
        warmUps.subscribe(this::changed);
        scaling.subscribe(this::changed);
        constraints.subscribe(this::changed);
        quality.subscribe(this::changed);
        parent.subscribe(this::changed);
    }

    /// Another number whenever something was changed.
    public ReadOnlyIntegerProperty revisionProperty() {
        return revision.getReadOnlyProperty();
    }

    /// What is compared; the first one is the baseline.
    public ObservableList<SideRow> sides() {
        return sides;
    }

    /// Counted runs of each side.
    public IntegerProperty runsProperty() {
        return runs;
    }

    /// Rounds before them that do not count.
    public IntegerProperty warmUpsProperty() {
        return warmUps;
    }

    public BooleanProperty scalingProperty() {
        return scaling;
    }

    public BooleanProperty constraintsProperty() {
        return constraints;
    }

    public BooleanProperty qualityProperty() {
        return quality;
    }

    /// The folder that a folder of reports is made in; null for that of the recipe.
    public ObjectProperty<@Nullable Path> parentProperty() {
        return parent;
    }

    /// Adds a side that differs from all others: a mode that is missing, else another number of workers.
    public void addSide() {
        if (sides.size() < MOST_SIDES) {
            sides.add(another());
            changed();
        }
    }

    private SideRow another() {
        List<SideRow> candidates = new ArrayList<>(List.of(row(Mode.BATCH), row(Mode.STREAMING)));
        for (int workers = 1; candidates.size() <= MOST_SIDES + 1; workers *= 2) {
            if (workers != Runtime.getRuntime().availableProcessors()) { // that is what is chosen anyway
                SideRow row = row(Mode.STREAMING);
                row.workersProperty().set(workers);
                candidates.add(row);
            }
        }
        List<Side> taken = compared();
        return candidates.stream().filter(row -> !taken.contains(row.side())).findFirst().orElseThrow();
    }

    /// Takes a side out; two stay.
    public void remove(SideRow row) {
        if (sides.size() > 2 && sides.remove(row)) {
            changed();
        }
    }

    /// Two sides that are the same.
    ///
    /// @param first number of the one, from 1
    /// @param second number of the other
    record Twins(int first, int second) {}

    /// The first two sides that are the same, so that there is nothing to compare.
    Optional<Twins> twins() {
        List<Side> all = compared();
        for (int second = 1; second < all.size(); second++) {
            int first = all.indexOf(all.get(second));
            if (first < second) {
                return Optional.of(new Twins(first + 1, second + 1));
            }
        }
        return Optional.empty();
    }

    List<Side> compared() {
        return sides.stream().map(SideRow::side).toList();
    }

    /// As the laboratory takes it; not while there are twins.
    BenchmarkSettings settings() {
        Set<Part> parts = EnumSet.noneOf(Part.class);
        add(parts, Part.SCALING, scaling);
        add(parts, Part.CONSTRAINTS, constraints);
        add(parts, Part.QUALITY, quality);
        return new BenchmarkSettings(
                compared(),
                parts,
                runs.get(),
                warmUps.get(),
                USUAL.scalingRuns(),
                USUAL.seed(),
                0,
                USUAL.fractions(),
                USUAL.workers(),
                USUAL.gridBlocksKb(),
                USUAL.gridMemoryMb(),
                USUAL.gridProcessors(),
                null);
    }

    private static void add(Set<Part> parts, Part part, BooleanProperty asked) {
        if (asked.get()) {
            parts.add(part);
        }
    }

    private SideRow row(Mode mode) {
        return new SideRow(mode, this::changed);
    }

    private void changed() {
        revision.set(revision.get() + 1);
    }
}
