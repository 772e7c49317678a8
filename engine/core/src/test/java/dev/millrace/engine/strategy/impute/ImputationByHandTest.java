package dev.millrace.engine.strategy.impute;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.engine.run.Manifest;
import dev.millrace.engine.testing.RecipeText;
import dev.millrace.engine.testing.Runs;
import dev.millrace.engine.testing.Tree;

import net.razorvine.pickle.Unpickler;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// Five rows of train, calculated by hand.
class ImputationByHandTest {

    @TempDir private Path folder;
    private Path data;
    private Path output;

    @BeforeEach
    void write() {
        data = folder.resolve("in");
        output = folder.resolve("out");
        Tree.write(
                data.resolve("train/part-1.csv"),
                """
                id,age,score,flag,note,void,label
                7,20,NA,True,"b, c",,1
                NA,30,1.0,,b,,0
                9,"",2,False,a,NULL,
                """);
        Tree.write(
                data.resolve("train/part-2.csv"),
                """
                id,age,score,flag,note,void,label
                10,40,1,False,"",,1
                11,50.5,4,True,,,0
                """);
        Tree.write(
                data.resolve("val/part-1.csv"),
                """
                id,age,score,flag,note,void,label
                "",007,nan,"",None,x,
                """);
    }

    @Test
    void eachTypeHasItsDefault() {
        Runs.done(recipe());
        assertThat(Tree.bytes(output.resolve("train/part-00001.csv")))
                .isEqualTo(
                        """
                        id,age,score,flag,note,void,label
                        7,20,2.0,True,"b, c",,1
                        9.25,30,1.0,False,b,,0
                        9,35.125,2,False,a,NULL,
                        """);
        assertThat(Tree.bytes(output.resolve("train/part-00002.csv")))
                .isEqualTo(
                        """
                        id,age,score,flag,note,void,label
                        10,40,1,False,a,,1
                        11,50.5,4,True,a,,0
                        """);
        assertThat(Tree.bytes(output.resolve("val/part-00001.csv")))
                .isEqualTo(
                        """
                        id,age,score,flag,note,void,label
                        9.25,007,2.0,False,a,x,
                        """);
        assertThat(Tree.bytes(output.resolve("model/impute_dict.json")))
                .isEqualTo(
                        """
                        {
                          "id" : 9.25,
                          "age" : 35.125,
                          "score" : 2.0,
                          "flag" : "False",
                          "note" : "a"
                        }
                        """);
    }

    @Test
    void theSummaryTellsWhatWasFilled() {
        Runs.done(recipe("exclude", List.of("id", "age", "flag", "void"), "numerical", "median"));
        assertThat(Tree.bytes(output.resolve("model/imputation_summary.json")))
                .isEqualTo(
                        """
                        {
                          "score" : {
                            "type" : "numerical",
                            "strategy" : "median",
                            "value" : 1.5,
                            "missing_count" : 1,
                            "missing_share" : 0.2,
                            "filled" : {
                              "train" : 1,
                              "val" : 1
                            }
                          },
                          "note" : {
                            "type" : "text",
                            "strategy" : "mode",
                            "value" : "a",
                            "missing_count" : 2,
                            "missing_share" : 0.4,
                            "filled" : {
                              "train" : 2,
                              "val" : 1
                            }
                          }
                        }
                        """);
    }

    @Test
    void aColumnsOwnStrategyWins() throws IOException {
        Map<String, Object> columns =
                Map.of(
                        "age", "median",
                        "score", "mode",
                        "id", Map.of("constant", -1),
                        "flag", Map.of("strategy", "constant", "constant", "unknown"),
                        "note", Map.of("constant", "none, given"));
        Runs.done(recipe("columns", columns));
        assertThat(Tree.bytes(output.resolve("train/part-00001.csv")))
                .isEqualTo(
                        """
                        id,age,score,flag,note,void,label
                        7,20,1.0,True,"b, c",,1
                        -1.0,30,1.0,unknown,b,,0
                        9,35.0,2,False,a,NULL,
                        """);
        assertThat(Tree.bytes(output.resolve("val/part-00001.csv")))
                .endsWith("\n-1.0,007,1.0,unknown,\"none, given\",x,\n");
        Object pickled = new Unpickler().loads(Files.readAllBytes(output.resolve("model/impute_dict.pkl")));
        assertThat(pickled)
                .isEqualTo(Map.of("age", 35.0, "score", 1.0, "id", -1.0, "flag", "unknown", "note", "none, given"));
    }

    @Test
    void emptyTurnsTokensIntoEmptyCells() {
        Runs.done(recipe("text", "empty", "categorical", Map.of("constant", "?")));
        assertThat(Tree.bytes(output.resolve("val/part-00001.csv"))).endsWith("\n9.25,007,2.0,?,,x,\n");
        assertThat(Tree.bytes(output.resolve("train/part-00002.csv"))).contains("\n10,40,1,False,,,1\n");
    }

    @Test
    void columnsThatCannotOrNeedNotBeFilledAreTold() {
        Manifest manifest = Runs.done(recipe());
        assertThat(manifest.warnings()).containsExactly("the column 'void' has no value in train, so it is not filled");
    }

    @Test
    void aNamedColumnWithoutMissingCellsIsTold() {
        Tree.write(data.resolve("train/part-1.csv"), "id,note\n1,\n2,x\n");
        Tree.write(data.resolve("train/part-2.csv"), "id,note\n3,y\n");
        Tree.write(data.resolve("val/part-1.csv"), "id,note\nNA,NA\n");
        Manifest manifest = Runs.done(recipe("columns", Map.of("id", "median")).label(null));
        assertThat(manifest.warnings())
                .containsExactly(
                        "the column 'id' has no missing value in train, so it is left as it is in every split");
        assertThat(Tree.bytes(output.resolve("val/part-00001.csv"))).isEqualTo("id,note\nNA,x\n");
    }

    @Test
    void missingTokensMayBeNumbers() {
        Tree.write(data.resolve("train/part-1.csv"), "id,label\n-999,1\n2,0\n-1,1\n");
        Tree.write(data.resolve("train/part-2.csv"), "id,label\n-999.0,1\n");
        Tree.write(data.resolve("val/part-1.csv"), "id,label\n-999,1\n");
        Runs.done(recipe("numerical", "median").missing(List.of("-999")));
        assertThat(Tree.bytes(output.resolve("val/part-00001.csv"))).isEqualTo("id,label\n-1.0,1\n");
    }

    @Test
    void otherJobsFillWithTheValuesOfTraining() {
        Runs.done(recipe());
        Path later = folder.resolve("later");
        Path testing = folder.resolve("testing");
        Tree.write(later.resolve("part-4.csv"), "note,extra,id,age,score,flag,void,label\nNA,1,NA,NA,NA,NA,NA,NA\n");
        RecipeText recipe =
                RecipeText.of(later, testing)
                        .label("label")
                        .strategy(MissingValueImputation.ID, "exclude", List.of("flag"))
                        .job("testing", output);
        Runs.done(recipe.streaming(2));
        assertThat(Tree.bytes(testing.resolve("testing/part-00004.csv")))
                .isEqualTo("note,extra,id,age,score,flag,void,label\na,1,9.25,35.125,2.0,NA,NA,NA\n");
        assertThat(Tree.bytes(testing.resolve("model/imputation_summary.json")))
                .startsWith(
                        """
                        {
                          "note" : {
                            "value" : "a",
                            "filled" : {
                              "testing" : 1
                            }
                          },
                        """);
    }

    private RecipeText recipe(Object... settings) {
        return RecipeText.of(data, output).label("label").strategy(MissingValueImputation.ID, settings).streaming(2);
    }
}
