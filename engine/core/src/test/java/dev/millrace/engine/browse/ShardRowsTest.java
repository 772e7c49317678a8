package dev.millrace.engine.browse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.engine.Engine;
import dev.millrace.engine.block.BlockStart;
import dev.millrace.engine.dataset.Dataset;
import dev.millrace.engine.recipe.Job;
import dev.millrace.engine.testing.Seeds;
import dev.millrace.engine.testing.Tree;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;

class ShardRowsTest {

    private static final int ROWS = 20_000;
    private static final List<Integer> BOTH = List.of(0, 1);

    @TempDir private Path folder;

    private final Engine engine = new Engine();

    private ShardRows rows(Path path) {
        Dataset dataset = engine.openDataset(path, Job.TRAINING);
        return engine.rows(dataset, dataset.shards().getFirst());
    }

    private static String cell(long row) {
        return "value \"" + row + "\"\nof " + "x".repeat((int) (row % 97));
    }

    private static String csv(String lineBreak) {
        StringBuilder text = new StringBuilder("id,text" + lineBreak);
        for (int row = 0; row < ROWS; row++) {
            text.append(row).append(",\"").append(cell(row).replace("\"", "\"\"")).append('"').append(lineBreak);
        }
        return text.toString();
    }

    private static String json(int row) {
        return "{\"id\": " + row + ", \"text\": \"" + cell(row).replace("\"", "\\\"").replace("\n", "\\n") + "\"}";
    }

    private Path shard(String format) throws IOException {
        StringBuilder text = new StringBuilder();
        switch (format) {
            case "jsonl" -> {
                for (int row = 0; row < ROWS; row++) {
                    text.append(json(row)).append('\n');
                }
            }
            case "json" -> {
                for (int row = 0; row < ROWS; row++) {
                    text.append(row == 0 ? "[" : " ,\n").append(json(row));
                }
                text.append("]\n");
            }
            default -> text.append(csv("\n"));
        }
        Path file = folder.resolve("in/part-00001." + (format.equals("parquet") ? "csv" : format));
        if (format.equals("csv.gz")) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
                gzip.write(text.toString().getBytes(StandardCharsets.UTF_8));
            }
            Tree.write(file, bytes.toByteArray());
        } else {
            Tree.write(file, text.toString());
        }
        return format.equals("parquet") ? asParquet() : folder.resolve("in");
    }

    private Path asParquet() {
        Path recipe =
                Tree.write(
                        folder.resolve("copy.millrace.json"),
                        """
                        {
                          "version": 1,
                          "name": "copy",
                          "dataset": {"path": "in"},
                          "strategies": [{"strategy": "missing-value-imputation", "exclude": ["id", "text"]}],
                          "output": {"path": "out", "format": "parquet"},
                          "run": {"mode": "streaming"}
                        }
                        """);
        engine.start(engine.plan(engine.readRecipe(recipe))).await();
        return folder.resolve("out/train");
    }

    @ParameterizedTest
    @ValueSource(strings = {"csv", "csv.gz", "jsonl", "json", "parquet"})
    void rowsAtAnyDepthAreThoseOfTheFileWithAndWithoutACount(String format) throws IOException {
        ShardRows rows = rows(shard(format));
        Random random = new Random(1);
        for (boolean counted : new boolean[] {false, true}) {
            if (counted) {
                RowCount count = rows.count(_ -> true);
                assertThat(count.rows()).isEqualTo(ROWS);
                assertThat(count.complete()).isTrue();
                assertThat(count.badRows()).isZero();
            }
            for (int i = 0; i < 12; i++) {
                long first = random.nextInt(ROWS - 50);
                List<ShardRow> read = rows.read(first, 50, BOTH);
                assertThat(read).hasSize(50);
                for (int row = 0; row < read.size(); row++) {
                    assertThat(read.get(row).number()).isEqualTo(first + row);
                    assertThat(read.get(row).cells()).containsExactly(Long.toString(first + row), cell(first + row));
                }
            }
            assertThat(rows.read(ROWS - 3, 50, BOTH)).hasSize(3);
            assertThat(rows.read(ROWS, 50, BOTH)).isEmpty();
        }
    }

    @Seeds(count = 30)
    void badRowsStandAtTheirPlace(long seed) {
        Random random = new Random(seed);
        StringBuilder text = new StringBuilder("a,b\n");
        List<Boolean> bad = new ArrayList<>();
        int lines = 1 + random.nextInt(60_000);
        for (int row = 0; row < lines; row++) {
            bad.add(random.nextInt(1 + random.nextInt(200)) == 0);
            text.append(bad.get(row) ? row + ",x,y\n" : row + ",x\n");
        }
        Tree.write(folder.resolve("part-00001.csv"), text.toString());
        ShardRows rows = rows(folder);
        RowCount count = rows.count(_ -> true);
        assertThat(count.rows()).isEqualTo(lines);
        assertThat(count.badRows()).isEqualTo(bad.stream().filter(row -> row).count());
        int first = random.nextInt(lines);
        for (ShardRow row : rows.read(first, 100, BOTH)) {
            assertThat(row.bad() != null).isEqualTo(bad.get((int) row.number()));
            if (row.bad() == null) {
                assertThat(row.cells()).containsExactly(Long.toString(row.number()), "x");
            } else {
                assertThat(row.bad().raw()).isEqualTo(row.number() + ",x,y");
            }
        }
        assertThat(rows.rowAtLine(first + 2L)).hasValue(first);
    }

    @Test
    void longCellsAreCutOffWhereThatIsWanted() {
        Tree.write(folder.resolve("part-00001.csv"), "a,b\n" + "x".repeat(5_000) + ",y\n1,2," + "z".repeat(500) + "\n");
        List<ShardRow> cut = rows(folder).read(0, 5, BOTH, 100);
        assertThat(cut.getFirst().cells()).containsExactly("x".repeat(100) + "…", "y");
        assertThat(cut.getLast().bad().raw()).hasSize(101);
        assertThat(rows(folder).read(0, 5, BOTH).getFirst().cells().getFirst()).hasSize(5_000);
    }

    @Test
    void countCanBeStoppedAndSaysThatItIsNotComplete() throws IOException {
        RowCount count = rows(shard("csv")).count(_ -> false);
        assertThat(count.complete()).isFalse();
        assertThat(count.rows()).isBetween(1L, ROWS - 1L);
        assertThat(count.estimate()).isBetween(ROWS / 2L, ROWS * 2L);
    }

    @Test
    void damageIsToldBehindTheRowsBeforeIt() throws IOException {
        Path file = shard("csv.gz").resolve("part-00001.csv.gz");
        byte[] whole = Files.readAllBytes(file);
        Tree.write(file, Arrays.copyOf(whole, whole.length * 2 / 3));
        ShardRows rows = rows(folder.resolve("in"));
        RowCount count = rows.count(_ -> true);
        assertThat(count.complete()).isTrue();
        assertThat(count.damage()).isNotNull();
        assertThat(count.rows()).isBetween(1L, ROWS - 1L);
        assertThat(rows.read(0, 10, BOTH)).hasSize(10);
    }

    @Test
    void indexStaysSmallAndSorted() {
        RowIndex index = new RowIndex();
        for (long row = 1; row <= 100_000; row++) {
            index.add(new RowIndex.Place(row * 10, new BlockStart(row * 10, 0, row)));
        }
        assertThat(index.size()).isBetween(1 << 13, (1 << 14) + 1);
        assertThat(index.before(5)).isEmpty();
        assertThat(index.before(500_000).orElseThrow().row()).isBetween(499_800L, 500_000L);
        assertThat(index.before(2_000_000).orElseThrow().row()).isBetween(999_800L, 1_000_000L);
    }
}
