package dev.millrace.engine.strategy.impute;

import dev.millrace.engine.problem.NearestName;
import dev.millrace.engine.problem.Place;
import dev.millrace.engine.problem.Problem;
import dev.millrace.engine.stats.Numbers;
import dev.millrace.engine.strategy.SettingPlaces;
import dev.millrace.engine.strategy.Subject;

import tools.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Finds every mistake in the settings that can be found before the data is read.
final class SettingsCheck {

    private final ImputationSettings settings;
    private final Subject subject;
    private final SettingPlaces places;
    private final List<Problem> problems = new ArrayList<>();

    private SettingsCheck(ImputationSettings settings, Subject subject, SettingPlaces places) {
        this.settings = settings;
        this.subject = subject;
        this.places = places;
    }

    static List<Problem> problems(ImputationSettings settings, Subject subject, SettingPlaces places) {
        SettingsCheck check = new SettingsCheck(settings, subject, places);
        check.ofType(settings.numerical(), ColumnType.NUMERICAL);
        check.ofType(settings.categorical(), ColumnType.CATEGORICAL);
        check.ofType(settings.text(), ColumnType.TEXT);
        settings.columns().forEach(check::ofColumn);
        check.excluded();
        return check.problems;
    }

    private void ofType(Filling filling, ColumnType type) {
        Place place = places.of(type.word());
        if (!isWhole(filling, place)) {
            return;
        }
        if (!type.suits(filling.chosen())) {
            add(
                    place,
                    "the strategy '" + filling.chosen().word() + "' does not suit " + type.word() + " columns",
                    "Choose one of " + type.suitableWords());
        } else if (filling.chosen() == FillStrategy.CONSTANT && type == ColumnType.NUMERICAL) {
            double number = Numbers.parse(filling.constantText());
            if (Double.isNaN(number)) {
                add(place, "the constant '" + filling.constantText() + "' is no number", "Give a number");
            } else if (subject.missing().contains(Numbers.text(number))) {
                addMissingToken(place, Numbers.text(number));
            }
        }
    }

    private void ofColumn(String column, Filling filling) {
        Place place = places.of("columns", column);
        if (requireColumn(column, place)) {
            if (column.equals(subject.label())) {
                add(place, "the label '" + column + "' is never filled", "Remove it from columns");
            } else if (settings.exclude().contains(column)) {
                add(place, "the column '" + column + "' is excluded as well", "Remove it from columns or from exclude");
            }
        }
        isWhole(filling, place);
    }

    private void excluded() {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < settings.exclude().size(); i++) {
            String column = settings.exclude().get(i);
            Place place = places.of("exclude/" + i);
            if (requireColumn(column, place) && !seen.add(column)) {
                add(place, "the column '" + column + "' is named twice", "Remove one of the two");
            }
        }
    }

    private boolean requireColumn(String column, Place place) {
        boolean known = subject.schema().has(column);
        if (!known) {
            add(
                    place,
                    "there is no column '" + column + "' in " + subject.source(),
                    NearestName.remedy(column, subject.schema().columns()));
        }
        return known;
    }

    /// Whether a filling is either a strategy or a usable constant.
    private boolean isWhole(Filling filling, Place place) {
        JsonNode constant = filling.constant();
        if (constant == null) {
            if (filling.chosen() == FillStrategy.CONSTANT) {
                add(place, "there is no constant to fill with", "Write { \"constant\": … } with a text or a number");
                return false;
            }
            return true;
        }
        if (filling.chosen() != FillStrategy.CONSTANT) {
            add(
                    place,
                    "there is a constant besides the strategy '" + filling.chosen().word() + "'",
                    "Keep one of the two");
            return false;
        }
        if (!constant.isString() && !constant.isNumber()) {
            add(place, "the constant " + constant + " is neither a text nor a number", "Give a text or a number");
            return false;
        }
        if (subject.missing().contains(filling.constantText())) {
            addMissingToken(place, filling.constantText());
            return false;
        }
        return true;
    }

    private void addMissingToken(Place place, String constant) {
        add(
                place,
                "the constant '" + constant + "' itself counts as missing",
                "Choose another, or \"empty\" for text columns");
    }

    private void add(Place place, String finding, String remedy) {
        problems.add(new Problem(place, finding, remedy));
    }
}
