package dev.millrace.engine.span;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.engine.block.BlockSize;
import dev.millrace.engine.testing.RecipeText;
import dev.millrace.engine.testing.Runs;

import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// What a flight recording of a run holds.
class SpansTest {

    private static final int SHARDS = 3;
    private static final int ROWS_OF_SHARD = 100;
    private static final BlockSize TEN_ROWS = new BlockSize(1 << 16, 10);

    @TempDir private Path folder;

    @Test
    void aRecordingShowsEveryPassShardAndBlock() throws IOException {
        List<RecordedEvent> events = recorded();

        RecordedEvent run = only(events, "millrace.Run");
        assertThat(run.getString("mode")).isEqualTo("STREAMING");
        assertThat(run.getInt("workers")).isEqualTo(2);
        assertThat(run.getInt("shards")).isEqualTo(SHARDS);
        assertThat(run.getString("outcome")).isEqualTo("DONE");

        List<RecordedEvent> passes = named(events, "millrace.Pass");
        assertThat(passes)
                .extracting(pass -> pass.getInt("pass") + " " + pass.getString("kind") + " " + pass.getLong("rows"))
                .containsExactly("1 FIT 300", "2 TRANSFORM 300");

        List<RecordedEvent> shards = named(events, "millrace.Shard");
        assertThat(shards)
                .extracting(shard -> shard.getString("path"))
                .containsExactlyInAnyOrder(
                        "part-1.csv", "part-2.csv", "part-3.csv", "part-1.csv", "part-2.csv", "part-3.csv");
        assertThat(shards)
                .allSatisfy(shard -> {
                    assertThat(shard.getLong("rows")).isEqualTo(ROWS_OF_SHARD);
                    assertThat(shard.getLong("bytes")).isEqualTo(Files.size(folder.resolve("in/part-1.csv")));
                    assertThat(shard.getThread().getJavaName()).startsWith("millrace-worker-");
                });

        List<RecordedEvent> blocks = named(events, "millrace.Block");
        assertThat(blocks).hasSize(2 * SHARDS * ROWS_OF_SHARD / TEN_ROWS.rows());
        assertThat(blocks).extracting(block -> block.getLong("rows")).containsOnly(10L);
    }

    @Test
    void spansLieWithinEachOther() throws IOException {
        List<RecordedEvent> events = recorded();
        RecordedEvent run = only(events, "millrace.Run");
        List<RecordedEvent> passes = named(events, "millrace.Pass");
        assertThat(passes).hasSize(2).allMatch(pass -> contains(run, pass));
        assertThat(named(events, "millrace.Shard"))
                .hasSize(2 * SHARDS)
                .allMatch(shard -> passes.stream().anyMatch(pass -> contains(pass, shard)));
    }

    private static boolean contains(RecordedEvent outer, RecordedEvent inner) {
        return !inner.getStartTime().isBefore(outer.getStartTime()) && !inner.getEndTime().isAfter(outer.getEndTime());
    }

    private List<RecordedEvent> recorded() throws IOException {
        Files.createDirectory(folder.resolve("in"));
        for (int shard = 1; shard <= SHARDS; shard++) {
            Files.writeString(folder.resolve("in/part-" + shard + ".csv"), "a,y\n" + "x,1\ny,0\n".repeat(50));
        }
        RecipeText recipe =
                RecipeText.of(folder.resolve("in"), folder.resolve("out"))
                        .label("y")
                        .riskTable(List.of("a"), "1")
                        .streaming(2);
        try (Recording recording = new Recording()) {
            recording.enable(RunSpan.class).withoutThreshold();
            recording.enable(PassSpan.class).withoutThreshold();
            recording.enable(ShardSpan.class).withoutThreshold();
            recording.enable(BlockSpan.class).withoutThreshold();
            recording.start();
            Runs.done(recipe, TEN_ROWS);
            recording.stop();
            Path file = folder.resolve("run.jfr");
            recording.dump(file);
            return RecordingFile.readAllEvents(file);
        }
    }

    private static RecordedEvent only(List<RecordedEvent> events, String name) {
        List<RecordedEvent> found = named(events, name);
        assertThat(found).hasSize(1);
        return found.getFirst();
    }

    private static List<RecordedEvent> named(List<RecordedEvent> events, String name) {
        return events.stream().filter(event -> event.getEventType().getName().equals(name)).toList();
    }
}
