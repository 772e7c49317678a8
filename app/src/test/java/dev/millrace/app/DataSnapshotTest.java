package dev.millrace.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.app.data.GridProbe;
import dev.millrace.app.shell.Place;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// A picture of every state of Data, in light and dark and three sizes.
class DataSnapshotTest {

    @TempDir Path folder;

    private final TestWiring test = new TestWiring();
    private Wiring wiring;

    @BeforeEach
    void wire() throws Exception {
        wiring = Snapshots.onScreenThread(() -> test.atOnce(folder, new ScriptedRuns()));
    }

    private void onScreen(Runnable work) throws Exception {
        Snapshots.onScreenThread(() -> {
            work.run();
            return 0;
        });
    }

    private void snapshot(String name) throws Exception {
        Snapshots.writeBoth(wiring, name);
    }

    private void inAllSizes(String name) throws Exception {
        snapshot(name);
        Snapshots.write(wiring, name, 960, 640);
    }

    private Path write(String name, String content) throws Exception {
        Path file = folder.resolve("given").resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, content, StandardCharsets.UTF_8);
    }

    private void open() throws Exception {
        onScreen(() -> wiring.home().open(folder.resolve("given")));
    }

    @Test
    void data() throws Exception {
        onScreen(wiring.home()::openSample);
        inAllSizes("data");
    }

    @Test
    void empty() throws Exception {
        onScreen(() -> wiring.shell().placeProperty().set(Place.DATA));
        snapshot("data-empty");
    }

    @Test
    void loading() throws Exception {
        Executor never = _ -> {};
        wiring = Snapshots.onScreenThread(() -> test.inBackground(folder, never, Runnable::run));
        onScreen(() -> wiring.home().open(folder));
        assertThat(wiring.data().busyProperty().get()).isTrue();
        snapshot("data-loading");
    }

    @Test
    void shardsThatDoNotFitTogether() throws Exception {
        write("part-00001.csv", "customer,amount,label\nC1,20,0\nC2,31,1\n");
        write("part-00002.csv", "customer,amount,label,promo\nC3,2,0,x\nC4,5,1,\n");
        write("part-00003.csv", "customer,amount,label\nC5,2,0\n");
        write("part-00004.csv", "customer,customer,label\nC5,2,0\n");
        write("part-00005.csv", "");
        open();
        assertThat(wiring.data().attentionProperty().get()).isEqualTo(2);
        snapshot("data-problem");
    }

    @Test
    void brokenShard() throws Exception {
        StringBuilder rows = new StringBuilder("customer,amount,country,label\n");
        for (int row = 0; row < 400; row++) {
            rows.append(
                    row % 97 == 11
                            ? "C" + row + ",12.50,DE\n"
                            : "C" + row + "," + row * 1.25 + ",DE," + row % 2 + "\n");
        }
        write("part-00001.csv", "customer,amount,country,label\nC1,20,FR,0\nC2,31,NL,1\n");
        write("part-00002.csv", rows.toString());
        write("part-00003.csv", "customer,amount,country,label\nC5,2,NL,0\n");
        open();
        onScreen(() -> wiring.data().selectedProperty().set(wiring.data().shards().get(1).shard()));
        inAllSizes("data-broken-shard");
    }

    @Test
    void inspector() throws Exception {
        onScreen(wiring.home()::openSample);
        Snapshots.writeBoth(wiring, "data-inspector", scene -> GridProbe.choose(scene, 3, 6));
        Snapshots.writeBoth(wiring, "data-inspector-text", scene -> GridProbe.choose(scene, 3, 1));
    }

    @Test
    void dialect() throws Exception {
        write("part-00001.csv", "a;b|c;d\n1;2|3;4\nNA;6|7;8\n");
        open();
        onScreen(() -> {
            wiring.data().dialect().sayDelimiter("|");
            wiring.data().dialect().typeMissing("NA, -");
        });
        assertThat(wiring.data().columnCount()).isEqualTo("2");
        snapshot("data-dialect");
    }

    @Test
    void wide() throws Exception {
        String names = IntStream.range(0, 10_000).mapToObj(i -> "feature_" + i).collect(Collectors.joining(","));
        String rows =
                IntStream.range(0, 60)
                        .mapToObj(row ->
                                IntStream.range(0, 10_000)
                                        .mapToObj(i -> String.valueOf((row * 31 + i * 7) % 1000 / 10.0))
                                        .collect(Collectors.joining(",")))
                        .collect(Collectors.joining("\n"));
        write("part-00001.csv", names + "\n" + rows + "\n");
        open();
        Snapshots.writeBoth(wiring, "data-wide", scene -> GridProbe.choose(scene, 4, 5_000));
        assertThat(wiring.data().columnCount()).isEqualTo("10,000");
    }

    @Test
    void tenThousandShards() throws Exception {
        for (int shard = 0; shard < 10_000; shard++) {
            write(
                    "part-%05d.csv".formatted(shard),
                    shard == 17 ? "id,amount\n1,2\n3\n" : "id,amount\n" + shard + ",2.5\n");
        }
        open();
        assertThat(wiring.data().attentionProperty().get()).isEqualTo(1);
        snapshot("data-10000-shards");
    }
}
