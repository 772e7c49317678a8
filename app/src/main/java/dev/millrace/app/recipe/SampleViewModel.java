package dev.millrace.app.recipe;

import dev.millrace.app.background.Background;
import dev.millrace.app.background.Latest;
import dev.millrace.engine.Engine;
import dev.millrace.engine.plan.Plan;
import dev.millrace.engine.problem.EngineException;
import dev.millrace.engine.recipe.StrategyEntry;
import dev.millrace.engine.run.SampleRun;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;

import org.jspecify.annotations.Nullable;

/// What the chosen strategy makes of the first rows, found out in the background while a person looks at it.
public final class SampleViewModel {

    static final int MOST_ROWS = 1000;

    private final Engine engine;
    private final Latest running;
    private final BooleanProperty wanted = new SimpleBooleanProperty();
    private final ReadOnlyObjectWrapper<SampleState> state = new ReadOnlyObjectWrapper<>(new SampleState.None());
    private @Nullable Chosen chosen;

    private record Chosen(Plan plan, int strategy, long expectedRows) {}

    SampleViewModel(Engine engine, Background background) {
        this.engine = engine;
        this.running = background.latest();
        wanted.subscribe(_ -> run());
    }

    /// Whether somebody looks.
    public BooleanProperty wantedProperty() {
        return wanted;
    }

    public ReadOnlyObjectProperty<SampleState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /// Looks at the chosen strategy of a recipe.
    void show(RecipeEditor editor, RecipeReview review) {
        int card = editor.strategy();
        if (review.plan() == null || card < 0 || !editor.document().isOn(card)) {
            clear();
            return;
        }
        int before = 0;
        for (int i = 0; i < card; i++) {
            before += editor.document().isOn(i) ? 1 : 0;
        }
        chosen = new Chosen(review.plan(), before, review.sample().expectedRows());
        run();
    }

    void clear() {
        chosen = null;
        running.forget();
        state.set(new SampleState.None());
    }

    private void run() {
        Chosen now = chosen;
        if (now == null || !wanted.get()) {
            return;
        }
        running.submit(
                () -> sample(now),
                state::set,
                failure -> state.set(new SampleState.Impossible(String.valueOf(failure.getMessage()))));
    }

    private SampleState sample(Chosen of) {
        StrategyEntry entry = of.plan().recipe().strategies().get(of.strategy());
        try {
            SampleRun run = engine.sample(of.plan(), of.strategy(), MOST_ROWS);
            return new SampleState.Ready(
                    entry, of.plan().recipe().dataset().label(), run, SampleChanges.of(run), of.expectedRows());
        } catch (EngineException impossible) {
            return new SampleState.Impossible(impossible.problems().getFirst().finding());
        }
    }
}
