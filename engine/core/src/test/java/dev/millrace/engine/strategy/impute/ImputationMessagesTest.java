package dev.millrace.engine.strategy.impute;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.engine.problem.EngineException;
import dev.millrace.engine.problem.Problem;
import dev.millrace.engine.problem.RecipeException;
import dev.millrace.engine.testing.RecipeText;
import dev.millrace.engine.testing.Runs;
import dev.millrace.engine.testing.Tree;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

class ImputationMessagesTest {

    @TempDir private Path folder;
    private Path data;
    private Path shard;

    @BeforeEach
    void write() {
        data = folder.resolve("in");
        shard = data.resolve("part-1.csv");
        Tree.write(
                shard,
                """
                age,note,flag,a/b,label
                1,,True,,0
                ,x,,1,1
                2,"y, z",False,inf,0
                """);
    }

    @Test
    void everyMistakeInTheSettingsIsToldAtOnce() {
        Map<String, Object> columns = new LinkedHashMap<>();
        columns.put("agee", "mean");
        columns.put("label", "mode");
        columns.put("age", "median");
        columns.put("a/b", Map.of("constant", "NA"));
        columns.put("note", "constant");
        columns.put("flag", Map.of("constant", true));
        EngineException refused =
                failure(
                        "numerical",
                        "empty",
                        "categorical",
                        Map.of("strategy", "mode", "constant", "x"),
                        "text",
                        "mean",
                        "columns",
                        columns,
                        "exclude",
                        List.of("age", "nothing", "age"));
        assertThat(findings(refused))
                .containsExactly(
                        "the strategy 'empty' does not suit numerical columns. Choose one of mean, median, mode,"
                                + " constant",
                        "there is a constant besides the strategy 'mode'. Keep one of the two",
                        "the strategy 'mean' does not suit text columns. Choose one of mode, constant, empty",
                        "there is no column 'agee' in "
                                + data
                                + ". Did you mean 'age'? Known: age, note, flag, a/b,"
                                + " label",
                        "the label 'label' is never filled. Remove it from columns",
                        "the column 'age' is excluded as well. Remove it from columns or from exclude",
                        "the constant 'NA' itself counts as missing. Choose another, or \"empty\" for text columns",
                        "there is no constant to fill with. Write { \"constant\": … } with a text or a number",
                        "the constant true is neither a text nor a number. Give a text or a number",
                        "there is no column 'nothing' in "
                                + data
                                + ". Did you mean 'note'? Known: age, note, flag, a/b,"
                                + " label",
                        "the column 'age' is named twice. Remove one of the two");
        assertThat(refused.problems()).allMatch(problem -> problem.place().line() > 0);
    }

    @Test
    void constantsOfNumericalColumnsAreNumbers() {
        assertThat(findings(failure("numerical", Map.of("constant", "none"))))
                .containsExactly("the constant 'none' is no number. Give a number");
        assertThat(findings(failure(recipe("numerical", Map.of("constant", 0)).missing(List.of("0.0")))))
                .containsExactly(
                        "the constant '0.0' itself counts as missing. Choose another, or \"empty\" for text columns");
    }

    @Test
    void unknownWordsAreToldWithTheNearest() {
        assertThat(findings(failure("numerical", "medien", "columns", Map.of("a/b", 5), "approximate", true)))
                .containsExactly(
                        "there is no setting 'approximate'. Known: numerical, categorical, text, columns, exclude",
                        "found \"medien\" where one of a few words is expected. Did you mean 'median'? Known: mean,"
                                + " median, mode, constant, empty",
                        "found 5 where one of a few words is expected. Write one of mean, median, mode, constant,"
                                + " empty");
    }

    @Test
    void strategiesThatDoNotSuitTheirColumnsAreToldWithEvidence() {
        Map<String, Object> columns = new LinkedHashMap<>();
        columns.put("note", "median");
        columns.put("flag", "empty");
        columns.put("age", Map.of("constant", "none"));
        columns.put("a/b", "empty");
        EngineException refused = failure("columns", columns);
        assertThat(refused).isInstanceOf(RecipeException.class);
        assertThat(refused.problems().stream().map(Problem::message))
                .containsExactly(
                        "strategy missing-value-imputation, column 'age': the constant 'none' is no number, but all"
                                + " its 2 values are. Give a number, or exclude the column.",
                        "strategy missing-value-imputation, column 'note': the strategy 'median' does not suit a text"
                                + " column: 'x' ("
                                + shard
                                + ", line 3) is no number. Choose one of mode, constant,"
                                + " empty, or exclude the column.",
                        "strategy missing-value-imputation, column 'flag': the strategy 'empty' does not suit a"
                                + " categorical column: it has 2 distinct texts in 2 values. Choose one of mode,"
                                + " constant, or exclude the column.",
                        "strategy missing-value-imputation, column 'a/b': the strategy 'empty' does not suit a"
                                + " numerical column: all its 2 values are numbers. Choose one of mean, median, mode,"
                                + " constant, or exclude the column.");
    }

    @Test
    void aMeanThatIsNotFiniteIsRefused() {
        assertThat(failure())
                .hasMessage(
                        "strategy missing-value-imputation, column 'a/b': its mean is not finite, because it"
                                + " holds the value inf. Choose the median for this column.");
    }

    @Test
    void aMedianBetweenTheInfinitiesIsRefused() {
        Tree.write(shard, "age,label\n-inf,1\n,0\ninf,1\n");
        assertThat(failure("numerical", "median"))
                .hasMessageContaining("column 'age': it has no median, because its two middle values are -inf and inf");
    }

    @Test
    void artifactsThatAreNoneAreRefused() {
        Path model = folder.resolve("earlier");
        RecipeText recipe = recipe().job("testing", model);
        Tree.write(model.resolve("impute_dict.json"), "[1]");
        assertThat(failure(recipe))
                .hasMessage(
                        "impute_dict: the artifact is no object of columns and values. Choose the model"
                                + " folder of a finished run in artifacts.input.");
        Tree.write(model.resolve("impute_dict.json"), "{ \"age\": [1] }");
        assertThat(failure(recipe))
                .hasMessageContaining("impute_dict, column 'age': the value [1] is neither a number nor a text");
    }

    @Test
    void anArtifactsColumnThatIsNotInTheDataIsTold() {
        Path model = folder.resolve("earlier");
        Tree.write(model.resolve("impute_dict.json"), "{ \"age\": 3, \"height\": 1.5, \"label\": 1 }");
        assertThat(Runs.done(recipe().job("testing", model)).warnings())
                .containsExactly("the column 'height' of impute_dict.json is not in the data");
        assertThat(Tree.bytes(folder.resolve("out/testing.csv"))).contains("\n3.0,x,,1,1\n");
    }

    @Test
    void aValueThatCountsAsMissingIsTold() {
        Tree.write(shard, "age,label\n-1,1\n?,0\n1,1\n");
        assertThat(Runs.done(recipe().missing(List.of("?", "0.0"))).warnings())
                .containsExactly(
                        "the column 'age' is filled with 0.0, which itself counts as missing (dataset.missing)");
    }

    private static List<String> findings(EngineException refused) {
        return refused.problems().stream().map(problem -> problem.finding() + ". " + problem.remedy()).toList();
    }

    private EngineException failure(Object... settings) {
        return failure(recipe(settings));
    }

    private static EngineException failure(RecipeText recipe) {
        return Runs.failure(recipe);
    }

    private RecipeText recipe(Object... settings) {
        return RecipeText.of(data, folder.resolve("out")).label("label").strategy(MissingValueImputation.ID, settings);
    }
}
