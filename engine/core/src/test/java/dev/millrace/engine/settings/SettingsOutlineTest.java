package dev.millrace.engine.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.engine.Engine;
import dev.millrace.engine.recipe.DatasetSettings;
import dev.millrace.engine.recipe.OutputSettings;
import dev.millrace.engine.recipe.RunSettings;
import dev.millrace.engine.strategy.StrategyType;

import org.junit.jupiter.api.Test;

import tools.jackson.databind.json.JsonMapper;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

class SettingsOutlineTest {

    private static final JsonMapper MAPPER = new JsonMapper();

    private static Setting setting(String strategy, String key) {
        return Engine.STRATEGIES.named(strategy).orElseThrow().outline().settings().stream()
                .filter(setting -> setting.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void everySettingOfARecipeIsDescribed() {
        List<Class<? extends Record>> records =
                new ArrayList<>(List.of(DatasetSettings.class, OutputSettings.class, RunSettings.class));
        Engine.STRATEGIES.types().stream().map(StrategyType::settings).forEach(records::add);
        for (Class<? extends Record> type : records) {
            assertThat(SettingsOutline.of(type).settings())
                    .as(type.getSimpleName())
                    .extracting(Setting::key)
                    .containsExactlyElementsOf(
                            Arrays.stream(type.getRecordComponents()).map(RecordComponent::getName).toList());
            assertThat(SettingsOutline.of(type).settings())
                    .allSatisfy(setting -> assertThat(setting.title()).isNotBlank());
            assertThat(SettingsOutline.of(type).help()).endsWith(".");
        }
    }

    @Test
    void defaultsOfTheOutlineAreAcceptedByTheReader() {
        for (StrategyType<?> type : Engine.STRATEGIES.types()) {
            for (Setting setting : type.outline().settings()) {
                if (setting.fallback() != null) {
                    List<String> mistakes = new ArrayList<>();
                    new SettingsReader((pointer, finding, remedy) -> mistakes.add(pointer))
                            .read(MAPPER.valueToTree(Map.of(setting.key(), setting.fallback())), "", type.settings());
                    assertThat(mistakes).doesNotContain("/" + setting.key());
                }
            }
        }
    }

    @Test
    void numbersHaveTheirRangeUnitAndDefault() {
        Setting ratio = setting("tabular-split", "trainRatio");
        assertThat(ratio.kind()).isEqualTo(new SettingKind.Figure(false, 0, 1));
        assertThat(ratio.unit()).isEqualTo("of all rows");
        assertThat(ratio.fallback()).isEqualTo(0.7);
        assertThat(ratio.required()).isFalse();
        Setting size = setting("stratified-sampling", "targetSize");
        assertThat(size.kind()).isEqualTo(new SettingKind.Figure(true, 1, Double.POSITIVE_INFINITY));
        assertThat(size.required()).isTrue();
    }

    @Test
    void columnsAreToldFromTexts() {
        assertThat(setting("risk-table-mapping", "fields").kind())
                .isEqualTo(new SettingKind.ColumnNames(NamesColumn.Usual.CATEGORICAL));
        assertThat(setting("temporal-split", "dateColumn").kind())
                .isEqualTo(new SettingKind.ColumnName(NamesColumn.Usual.ANY));
        assertThat(setting("risk-table-mapping", "positiveLabel").kind()).isEqualTo(new SettingKind.Text(List.of()));
    }

    @Test
    void nestedChoiceOffersTheWordsThatSuit() {
        SettingKind.Nested text = (SettingKind.Nested) setting("missing-value-imputation", "text").kind();
        assertThat(text.shortForm()).isEqualTo("strategy");
        assertThat(text.settings().getFirst().kind())
                .isEqualTo(new SettingKind.Choice(List.of("mode", "constant", "empty")));
        assertThat(text.settings().getLast().onlyWhen()).isEqualTo(new Setting.Condition("strategy", "constant"));
        SettingKind.Entries columns = (SettingKind.Entries) setting("missing-value-imputation", "columns").kind();
        assertThat(columns.byColumn()).isTrue();
        assertThat(columns.value()).isInstanceOf(SettingKind.Nested.class);
    }

    @Test
    void countsMayBeAFile() {
        assertThat(setting("stratified-sampling", "referenceCounts").kind())
                .isEqualTo(
                        new SettingKind.Entries(
                                new SettingKind.Figure(false, 0, Double.POSITIVE_INFINITY), false, true));
    }
}
