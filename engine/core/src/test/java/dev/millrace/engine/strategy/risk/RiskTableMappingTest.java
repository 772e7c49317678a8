package dev.millrace.engine.strategy.risk;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;

import dev.millrace.engine.problem.DataException;
import dev.millrace.engine.problem.RecipeException;
import dev.millrace.engine.run.Manifest;
import dev.millrace.engine.testing.RecipeText;
import dev.millrace.engine.testing.Runs;
import dev.millrace.engine.testing.Tree;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.Path;
import java.util.List;

/// Risk tables small enough to be computed on paper, and the edges of every threshold.
class RiskTableMappingTest {

    @AutoClose private final FileSystem files = Jimfs.newFileSystem(Configuration.unix());

    private final Path in = files.getPath("/in");
    private final Path out = files.getPath("/out");

    /// ```
    /// 5 rows, 3 positive:           d = 3/5 = 0.6
    /// smoothFactor 0.5:             S = floor(5 · 0.5) = floor(2.5) = 2
    /// red    n = 2, 1 positive:     (2 · 0.5 + 2 · 0.6) / (2 + 2) = 2.2 / 4 = 0.55
    /// blue   n = 2, 2 positive:     (2 · 1   + 2 · 0.6) / (2 + 2) = 3.2 / 4 = 0.8
    /// green  n = 1 < threshold 2:   d = 0.6
    /// ```
    @Test
    void fiveRowsByHand() {
        Tree.write(in.resolve("part-1.csv"), "id,colour,label\n1,red,1\n2,red,0\n3,blue,1\n");
        Tree.write(in.resolve("part-2.csv"), "id,colour,label\n4,green,0\n5,\"blue\",1\n");
        Runs.done(recipe("colour", "smoothFactor", 0.5, "countThreshold", 2).streaming(2));
        assertThat(Tree.bytes(out.resolve("train/part-00001.csv")))
                .isEqualTo("id,colour,label\n1,0.55,1\n2,0.55,0\n3,0.8,1\n");
        assertThat(Tree.bytes(out.resolve("train/part-00002.csv"))).isEqualTo("id,colour,label\n4,0.6,0\n5,0.8,1\n");
        assertThat(Tree.bytes(out.resolve("model/risk_table_map.json")))
                .isEqualToNormalizingWhitespace(
                        """
                        { "colour" : { "varName" : "colour", "type" : "categorical", "mode" : "categorical",
                          "default_bin" : 0.6, "bins" : { "blue" : 0.8, "green" : 0.6, "red" : 0.55 } } }
                        """);
    }

    /// 3 rows x of which 1 is positive; d = 2/8; S = 0 by default, since floor(8 · 0.01) = 0.
    @ParameterizedTest
    @CsvSource({"0, 0.3333333333333333", "2, 0.3333333333333333", "3, 0.3333333333333333", "4, 0.25", "5, 0.25"})
    void aCategoryOfAsManyRowsAsTheCountThresholdHasItsOwnRisk(int countThreshold, String expected) {
        assertThat(mapped("x,1 x,0 x,0 y,1 y,0 y,0 y,0 y,0", "countThreshold", countThreshold))
                .startsWith(expected + " ");
    }

    /// d = 1/2. With S = 0 the share itself; with S = 4: (2 · 1 + 4 · 0.5) / (2 + 4) = 2/3.
    @ParameterizedTest
    @CsvSource({"0, 1.0", "0.24, 1.0", "0.25, 0.8333333333333334", "1, 0.6666666666666666"})
    void smoothingIsRoundedDown(double smoothFactor, String expected) {
        assertThat(mapped("x,1 x,1 y,0 y,0", "smoothFactor", smoothFactor, "countThreshold", 1))
                .startsWith(expected + " ");
    }

    @ParameterizedTest
    @CsvSource({"4, true", "3, false", "2, false", "1, false"})
    void aFieldWithAsManyValuesAsTheThresholdIsLeftUntouched(int maxUniqueThreshold, boolean isMapped) {
        data("x,1 y,0 NA,1 z,1 ,0");
        Manifest manifest = Runs.done(recipe("f", "maxUniqueThreshold", maxUniqueThreshold, "countThreshold", 1));
        if (isMapped) {
            assertThat(cells()).isEqualTo("1.0 0.0 0.6 1.0 0.6");
            assertThat(manifest.warnings()).isEmpty();
        } else {
            assertThat(cells()).isEqualTo("x y NA z ");
            assertThat(manifest.warnings())
                    .singleElement()
                    .asString()
                    .contains("'f'", "left untouched", "maxUniqueThreshold");
            assertThat(Tree.bytes(out.resolve("model/risk_table_map.json"))).isEqualToIgnoringWhitespace("{}");
        }
    }

    @Test
    void distinctValuesAreCountedOverAllShardsAndOverRowsWithoutAValidLabel() {
        Tree.write(in.resolve("part-1.csv"), "f,label\nx,1\ny,0\n");
        Tree.write(in.resolve("part-2.csv"), "f,label\nz,-1\n");
        Manifest manifest = Runs.done(recipe("f", "maxUniqueThreshold", 3).streaming(2));
        assertThat(manifest.warnings()).hasSize(1);
        assertThat(Tree.bytes(out.resolve("train/part-00002.csv"))).isEqualTo("f,label\nz,-1\n");
    }

    @Test
    void numbersAreCountedByValueWhenTheyAreCountedAtAll() {
        assertThat(mapped("1,1 1.0,0 01,1 2,0 1e0,1 +1,0", "maxUniqueThreshold", 3, "countThreshold", 1))
                .isEqualTo("0.6 0.6 0.6 0.0 0.6 0.6");
        assertThat(Tree.bytes(out.resolve("model/risk_table_map.json"))).contains("\"numeric\"", "\"1.0\"", "\"2.0\"");
    }

    @Test
    void oneWordAnywhereMakesTheFieldCategorical() {
        assertThat(mapped("1,1 1.0,0 one,0", "countThreshold", 1)).isEqualTo("1.0 0.0 0.0");
    }

    @Test
    void aWordInAnotherShardMakesTheFieldCategoricalToo() {
        Tree.write(in.resolve("part-1.csv"), "f,label\n1,1\n1.0,0\n");
        Tree.write(in.resolve("part-2.csv"), "f,label\none,-1\n");
        Runs.done(recipe("f", "countThreshold", 1).batch());
        assertThat(Tree.bytes(out.resolve("train.csv"))).isEqualTo("f,label\n1.0,1\n0.0,0\n0.5,-1\n");
    }

    @Test
    void minusZeroIsZeroAndInfinitiesAreNumbers() {
        assertThat(mapped("0,1 -0,0 inf,1 Infinity,0 -inf,0 +inf,1", "countThreshold", 1))
                .isEqualTo("0.5 0.5 0.6666666666666666 0.6666666666666666 0.0 0.6666666666666666");
        assertThat(Tree.bytes(out.resolve("model/risk_table_map.json")).replaceAll("\\s", ""))
                .contains("\"bins\":{\"-inf\":0.0,\"0.0\":0.5,\"inf\":0.6666666666666666}");
    }

    @Test
    void aFieldThatIsAlwaysMissingGetsTheDefaultRiskEverywhere() {
        assertThat(mapped(",1 NA,0 \"\",0 \"nan\",0")).isEqualTo("0.25 0.25 0.25 0.25");
        assertThat(Tree.bytes(out.resolve("model/risk_table_map.json")).replaceAll("\\s", "")).contains("\"bins\":{}");
    }

    @Test
    void theRecipesMissingTokensReplaceTheUsualOnesButNotTheEmptyCell() {
        data("NA,1 NA,1 ?,1 ,0 x,0");
        Runs.done(recipe("f", "countThreshold", 1).missing(List.of("?")));
        assertThat(cells()).isEqualTo("1.0 1.0 0.6 0.6 0.0");
    }

    /// Of six rows only three count: d = 2/3, and y is in no bin at all.
    @ParameterizedTest
    @ValueSource(strings = {"-1", "-1.0", "\"-1\"", "-01", "-1e0", "", "NA", "\"\"", "NaN"})
    void rowsWithoutAValidLabelAreNotFittedOnButTransformed(String invalid) {
        String mapped = mapped("x,1 x,1 x,0 x,%1$s y,%1$s y,%1$s".formatted(invalid), "countThreshold", 1);
        assertThat(mapped).isEqualTo("0.6666666666666666 ".repeat(6).strip());
        assertThat(Tree.bytes(out.resolve("model/risk_table_map.json"))).contains("\"x\"").doesNotContain("\"y\"");
    }

    @ParameterizedTest
    @CsvSource({
        "1, 1, true",
        "1, 1.0, true",
        "1.0, 1, true",
        "1, 01, true",
        "1e0, 1, true",
        "1, 2, false",
        "1, True, false",
        ">50K, >50K, true",
        ">50K, >50K., false",
        ">50K, >50k, false",
        "True, True, true",
        "0, -0, true",
        "yes, ' yes', false"
    })
    void labelsAreComparedAsNumbersWhereBothAreNumbers(String positiveLabel, String label, boolean isPositive) {
        Tree.write(in.resolve("part-1.csv"), "f,label\nx," + label + "\nx,other\n");
        Runs.done(RecipeText.of(in, out).label("label").riskTable(List.of("f"), positiveLabel, "countThreshold", 1));
        assertThat(cells()).isEqualTo(isPositive ? "0.5 0.5" : "0.0 0.0");
    }

    @Test
    void withoutAPositiveLabelEveryRiskIsZeroAndAWarningSaysSo() {
        data("x,0 y,2 y,0");
        Manifest manifest = Runs.done(recipe("f"));
        assertThat(cells()).isEqualTo("0.0 0.0 0.0");
        assertThat(manifest.warnings()).singleElement().asString().contains("positive label '1'", "0, 2");
    }

    @Test
    void withoutAnyValidLabelThereIsNothingToFitOn() {
        data("x,-1 y, y,NA");
        assertThat(Runs.failure(recipe("f")))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("'label'")
                .hasMessageContaining("no row to fit on has a label");
    }

    @Test
    void categoriesAreSortedByCodePointsAndNumbersByValue() {
        data("\uFFFD,1 😀,0 b,1 B,0 é,0");
        Runs.done(recipe("f", "countThreshold", 1));
        assertThat(binNames()).containsSubsequence("\"B\"", "\"b\"", "\"é\"", "\"\uFFFD\"", "\"😀\"");
        data("10,1 9,0 -2,1 1e3,0 0.5,1");
        Runs.done(recipe("f", "countThreshold", 1).overwriting());
        assertThat(binNames()).containsSubsequence("\"-2.0\"", "\"0.5\"", "\"9.0\"", "\"10.0\"", "\"1000.0\"");
    }

    @Test
    void unknownCategoriesOfOtherSplitsGetTheDefaultRisk() {
        Tree.write(in.resolve("train/part-1.csv"), "f,label\n1,1\n1,0\n2,0\n2,0\n");
        Tree.write(in.resolve("val/part-7.csv"), "f,label\n1.00,1\n3,0\nword,1\n,0\n02,\n");
        Runs.done(recipe("f", "countThreshold", 1).streaming(1));
        assertThat(Tree.bytes(out.resolve("val/part-00007.csv")))
                .isEqualTo("f,label\n0.5,1\n0.25,0\n0.25,1\n0.25,0\n0.0,\n");
    }

    @Test
    void fieldsThatCannotBeMappedAreAllReportedAtOnce() {
        data("x,1");
        RecipeException refused =
                (RecipeException)
                        Runs.failure(
                                RecipeText.of(in, out).label("label").riskTable(List.of("f", "F_", "label", "f"), "1"));
        assertThat(refused.problems())
                .hasSize(3)
                .allSatisfy(problem -> assertThat(problem.place().line()).isPositive());
        assertThat(refused)
                .hasMessageContaining("there is no column 'F_'")
                .hasMessageContaining("Did you mean 'f'?")
                .hasMessageContaining("the label 'label' cannot be mapped")
                .hasMessageContaining("the field 'f' is named twice");
    }

    private void data(String cells) {
        Tree.write(in.resolve("part-1.csv"), "f,label\n" + cells.replace(' ', '\n') + "\n");
    }

    private RecipeText recipe(String field, Object... settings) {
        return RecipeText.of(in, out).label("label").riskTable(List.of(field), "1", settings);
    }

    /// The cells of the field after a run, with blanks between.
    private String mapped(String cells, Object... settings) {
        data(cells);
        Runs.done(recipe("f", settings));
        return cells();
    }

    private String cells() {
        List<String> rows = Tree.bytes(out.resolve("train.csv")).lines().skip(1).toList();
        return String.join(" ", rows.stream().map(row -> row.substring(0, row.indexOf(','))).toList());
    }

    private String binNames() {
        byte[] json = Tree.bytes(out.resolve("model/risk_table_map.json")).getBytes(StandardCharsets.ISO_8859_1);
        return new String(json, StandardCharsets.UTF_8);
    }
}
