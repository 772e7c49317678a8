package dev.millrace.engine.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.engine.Engine;
import dev.millrace.engine.dataset.Dataset;
import dev.millrace.engine.dataset.DatasetOptions;
import dev.millrace.engine.recipe.Job;
import dev.millrace.engine.testing.Tree;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.List;

class DatasetSurveyTest {

    @TempDir private Path folder;

    private final Engine engine = new Engine();

    @Test
    void everyShardIsListedWithWhatIsWrongWithIt() {
        Tree.write(folder.resolve("part-00001.csv"), "a,other\n1,2\n");
        Tree.write(folder.resolve("part-00002.csv"), "a,b\n1,2\n");
        Tree.write(folder.resolve("part-00003.csv"), "");
        Tree.write(folder.resolve("part-00004.csv"), "b,a\n1,2\n");
        Tree.write(folder.resolve("part-00005.csv"), "a,a\n1,2\n");
        DatasetSurvey survey = engine.survey(folder, Job.TRAINING, DatasetOptions.NONE);
        assertThat(survey.shards())
                .extracting(SurveyedShard::state)
                .containsExactly(
                        SurveyedShard.State.DIFFERENT,
                        SurveyedShard.State.SOUND,
                        SurveyedShard.State.EMPTY,
                        SurveyedShard.State.SOUND,
                        SurveyedShard.State.UNREADABLE);
        assertThat(survey.shards().getFirst().problem().finding()).contains("lacks b; adds other");
        assertThat(survey.shards().getLast().problem().place().toString()).contains("part-00005.csv");
    }

    @Test
    void shardOfOtherColumnsCanBeReadWithItsOwn() {
        Tree.write(folder.resolve("part-00001.csv"), "a,b\n1,2\n");
        Tree.write(folder.resolve("part-00002.csv"), "a,c,d\n1,2,3\n");
        DatasetSurvey survey = engine.survey(folder, Job.TRAINING, DatasetOptions.NONE);
        SurveyedShard odd = survey.shards().getLast();
        Dataset alone = survey.alone(odd);
        assertThat(alone.schema().columns()).containsExactly("a", "c", "d");
        assertThat(engine.rows(alone, odd.shard()).read(0, 5, List.of(0, 1, 2)).getFirst().cells())
                .containsExactly("1", "2", "3");
    }

    @Test
    void shardThatIsNoParquetIsTold() {
        Tree.write(folder.resolve("part-00001.parquet"), "no parquet at all");
        DatasetSurvey survey = engine.survey(folder, Job.TRAINING, DatasetOptions.NONE);
        assertThat(survey.shards().getFirst().state()).isEqualTo(SurveyedShard.State.UNREADABLE);
    }
}
