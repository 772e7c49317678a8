package dev.millrace.app.recipe;

import dev.millrace.app.text.Texts;
import dev.millrace.engine.Engine;
import dev.millrace.engine.plan.Pass;
import dev.millrace.engine.plan.Plan;
import dev.millrace.engine.problem.Problem;
import dev.millrace.engine.recipe.DatasetSettings;
import dev.millrace.engine.recipe.OutputSettings;
import dev.millrace.engine.recipe.RecipeDocument;
import dev.millrace.engine.recipe.RunSettings;
import dev.millrace.engine.settings.Setting;
import dev.millrace.engine.settings.SettingKind;
import dev.millrace.engine.settings.SettingsOutline;
import dev.millrace.engine.strategy.StrategyType;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Tells the cards of a recipe in words.
final class CardWords {

    private static final int MOST_DETAILS = 3;

    private final Texts texts;

    CardWords(Texts texts) {
        this.texts = texts;
    }

    /// The cards in order: dataset, strategies, output.
    ///
    /// @param review what is known of it; may be of an earlier document
    List<Card> cards(RecipeDocument document, @Nullable RecipeReview review) {
        List<Card> cards = new ArrayList<>();
        cards.add(
                new Card(
                        Card.Kind.DATASET,
                        "/dataset",
                        texts.of(Card.Kind.DATASET),
                        joined(document.text("/dataset/path"), document.text("/dataset/label")),
                        "",
                        state(review, "/dataset")));
        int on = 0;
        for (int i = 0; i < document.strategies(); i++) {
            cards.add(strategy(document, i, on, review));
            on += document.isOn(i) ? 1 : 0;
        }
        cards.add(
                new Card(
                        Card.Kind.OUTPUT,
                        "/output",
                        texts.of(Card.Kind.OUTPUT),
                        joined(document.text("/output/path"), document.text("/run/mode")),
                        "",
                        state(review, "/output", "/run")));
        return cards;
    }

    private Card strategy(RecipeDocument document, int position, int among, @Nullable RecipeReview review) {
        String pointer = RecipeDocument.strategy(position);
        boolean on = document.isOn(position);
        Plan plan = review == null || !review.document().equals(document) ? null : review.plan();
        return new Card(
                Card.Kind.STRATEGY,
                pointer,
                title(document, position),
                detail(document, position),
                on && plan != null ? badge(plan, among) : "",
                on ? state(review, pointer) : Card.State.OFF);
    }

    /// What a strategy of the document is called.
    static String title(RecipeDocument document, int position) {
        String id = document.text(RecipeDocument.strategy(position) + "/strategy");
        return type(id).map(found -> found.outline().title()).orElse(id);
    }

    static Optional<StrategyType<?>> type(String id) {
        return Engine.STRATEGIES.named(id);
    }

    private String detail(RecipeDocument document, int position) {
        String pointer = RecipeDocument.strategy(position);
        List<Setting> settings =
                type(document.text(pointer + "/strategy")).map(found -> found.outline().settings()).orElse(List.of());
        return settings.stream()
                .map(setting -> detail(setting, document.value(pointer + "/" + setting.key()).orElse(null)))
                .filter(text -> !text.isEmpty())
                .limit(MOST_DETAILS)
                .collect(Collectors.joining(" · "));
    }

    private String detail(Setting setting, @Nullable Object value) {
        if (value instanceof List<?> list && setting.kind() instanceof SettingKind.ColumnNames) {
            return list.isEmpty() ? "" : texts.of("recipe.card.columns", list.size());
        }
        boolean plain = value instanceof String || value instanceof Number;
        return plain ? TypedText.text(value) : "";
    }

    private String badge(Plan plan, int strategy) {
        List<Pass> passes = plan.passes();
        for (int i = 0; i < passes.size(); i++) {
            if (passes.get(i).kind() == Pass.Kind.FIT && passes.get(i).strategies().contains(strategy)) {
                return texts.of("recipe.card.passes", i + 1, passes.size());
            }
        }
        return texts.of("recipe.card.pass", passes.size());
    }

    private static Card.State state(@Nullable RecipeReview review, String... pointers) {
        for (String pointer : pointers) {
            if (review != null && !review.problemsAt(pointer).isEmpty()) {
                return Card.State.ATTENTION;
            }
        }
        return Card.State.READY;
    }

    private static String joined(String one, String other) {
        return other.isEmpty() ? one : one + " · " + other;
    }

    /// A problem with the card and the field it belongs to.
    String sentence(RecipeDocument document, Problem problem) {
        String pointer = RecipeReview.pointer(problem);
        String place = place(document, pointer);
        String said = FieldModel.sentence(problem);
        return place.isEmpty() ? said : place + ": " + said;
    }

    private String place(RecipeDocument document, String pointer) {
        String[] steps = pointer.split("/", -1);
        if (steps.length > 2 && pointer.startsWith(RecipeDocument.STRATEGIES + "/")) {
            int position = Integer.parseInt(steps[2]);
            Optional<SettingsOutline> outline =
                    type(document.text(RecipeDocument.strategy(position) + "/strategy")).map(StrategyType::outline);
            return named(title(document, position), outline.flatMap(found -> setting(found, steps, 3)));
        }
        return switch (steps.length > 1 ? steps[1] : "") {
            case "strategies" -> texts.of("recipe.strategies");
            case "dataset" ->
                    named(texts.of(Card.Kind.DATASET), setting(SettingsOutline.of(DatasetSettings.class), steps, 2));
            case "output" ->
                    named(texts.of(Card.Kind.OUTPUT), setting(SettingsOutline.of(OutputSettings.class), steps, 2));
            case "run" -> named(texts.of(Card.Kind.OUTPUT), setting(SettingsOutline.of(RunSettings.class), steps, 2));
            default -> "";
        };
    }

    private static Optional<String> setting(SettingsOutline outline, String[] steps, int at) {
        return outline.settings().stream()
                .filter(setting -> steps.length > at && setting.key().equals(steps[at]))
                .map(Setting::title)
                .findFirst();
    }

    private static String named(String card, Optional<String> setting) {
        return setting.map(title -> card + " › " + title).orElse(card);
    }
}
