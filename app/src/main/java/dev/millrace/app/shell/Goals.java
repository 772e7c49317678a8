package dev.millrace.app.shell;

import dev.millrace.app.action.Action;
import dev.millrace.app.action.KeyNames;
import dev.millrace.app.data.DataViewModel;
import dev.millrace.app.home.HomeViewModel;
import dev.millrace.app.home.Recent;
import dev.millrace.app.palette.Goal;
import dev.millrace.app.recipe.Card;
import dev.millrace.app.recipe.RecipeViewModel;
import dev.millrace.app.recipe.Template;
import dev.millrace.app.text.Texts;
import dev.millrace.engine.dataset.Dataset;
import dev.millrace.engine.dataset.Shard;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;

/// What the palette offers: every action, and what is open to go to.
public final class Goals {

    private final ShellViewModel shell;
    private final HomeViewModel home;
    private final DataViewModel data;
    private final RecipeViewModel recipe;
    private final KeyNames names;
    private final Texts texts;

    public Goals(
            ShellViewModel shell,
            HomeViewModel home,
            DataViewModel data,
            RecipeViewModel recipe,
            KeyNames names,
            Texts texts) {
        this.shell = shell;
        this.home = home;
        this.data = data;
        this.recipe = recipe;
        this.names = names;
        this.texts = texts;
    }

    /// Takes down what there is now; lists that may be long are made when they are called for, on any thread.
    List<Callable<List<Goal>>> now(WindowActions actions) {
        List<Goal> doable =
                new ArrayList<>(
                        actions.all().stream()
                                .filter(each -> !each.action().id().equals(ShellActions.PALETTE))
                                .map(this::goal)
                                .toList());
        Dataset open = data.datasetProperty().get();
        List<Goal> strategies = new ArrayList<>(strategies());
        List<Recent> recents = List.copyOf(home.recents());
        if (open != null) {
            strategies.addAll(templates());
        }
        return List.of(
                () -> doable,
                () -> strategies,
                () -> recents.stream().filter(Recent::present).map(this::goal).toList(),
                () -> open == null ? List.of() : columns(open),
                () -> open == null ? List.of() : shards(open));
    }

    private Goal goal(WindowActions.Placed placed) {
        Action action = placed.action();
        Place place = placed.place();
        String keys = names.of(action);
        return new Goal(
                Goal.Kind.ACTION,
                action.words(),
                keys.isEmpty() && place != null ? texts.of(place) : keys,
                action.isEnabled(),
                () -> {
                    goTo(place);
                    if (action.isEnabled()) {
                        action.work().run();
                    }
                });
    }

    private List<Goal> strategies() {
        List<Goal> goals = new ArrayList<>();
        List<Card> cards = recipe.editor().cards();
        for (int i = 0; i < cards.size(); i++) {
            int card = i;
            goals.add(
                    new Goal(
                            Goal.Kind.STRATEGY,
                            cards.get(i).title(),
                            cards.get(i).detail(),
                            true,
                            () -> {
                                recipe.editor().selectedProperty().set(card);
                                goTo(Place.RECIPE);
                            }));
        }
        return goals;
    }

    private List<Goal> templates() {
        return Arrays.stream(Template.values())
                .map(template ->
                        new Goal(
                                Goal.Kind.STRATEGY,
                                texts.of("palette.add", texts.of(template)),
                                texts.of(Place.RECIPE),
                                true,
                                () -> {
                                    recipe.editor().add(template);
                                    goTo(Place.RECIPE);
                                }))
                .toList();
    }

    private Goal goal(Recent recent) {
        return new Goal(Goal.Kind.RECENT, recent.name(), recent.folder(), true, () -> home.open(recent.path()));
    }

    private List<Goal> columns(Dataset open) {
        return open.schema().columns().stream()
                .map(column ->
                        new Goal(
                                Goal.Kind.COLUMN,
                                column,
                                texts.of(Goal.Kind.COLUMN),
                                true,
                                () -> {
                                    goTo(Place.DATA);
                                    data.wantedColumnProperty().set(column);
                                }))
                .toList();
    }

    private List<Goal> shards(Dataset open) {
        return open.shards().stream().map(shard -> goal(open, shard)).toList();
    }

    private Goal goal(Dataset open, Shard shard) {
        return new Goal(
                Goal.Kind.SHARD,
                open.relativePath(shard),
                texts.of(Goal.Kind.SHARD),
                true,
                () -> {
                    goTo(Place.DATA);
                    data.selectedProperty().set(shard);
                });
    }

    private void goTo(@Nullable Place place) {
        if (place != null) {
            shell.placeProperty().set(place);
        }
    }
}
