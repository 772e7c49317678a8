package dev.millrace.engine.testing;

import dev.millrace.engine.testing.RandomCells.Kind;
import dev.millrace.engine.testing.RandomCells.Palette;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/// Generates datasets with everything that real ones surprise with: any column name, any quoting, any line end, byte
/// order marks, blank lines, empty shards, columns in another order, missing cells, numbers in many forms.
public final class RandomDatasets {

    private static final List<String> NAMES =
            List.of(
                    "amount",
                    "Amount",
                    "unit price",
                    " edge ",
                    "net.total",
                    "net__DOT__tax",
                    "size, mm",
                    "12\" pipe",
                    "\"quoted\"",
                    "two\nlines",
                    "größe",
                    "日本",
                    "😀",
                    "bins",
                    "default_bin",
                    "a/b",
                    "~");
    private static final List<String> PANDAS_MISSING = List.of("", "", "NA", "NaN", "null", "#N/A N/A", "<NA>", "None");
    private static final List<String> OTHER_MISSING = List.of("?", "-", "n. a.");

    private final Random random;
    private final RandomCells cells;
    private final Path root;
    private final List<String> columns = new ArrayList<>();
    private final Map<String, Palette> palettes = new LinkedHashMap<>();
    private final String label;
    private final List<String> labels; // a valid one first, the positive one second
    private final @Nullable List<String> missing;
    private final List<String> missingTokens = new ArrayList<>(List.of(""));

    private RandomDatasets(long seed, Path root) {
        this.random = new Random(seed * 0x9E37_79B9L);
        this.cells = new RandomCells(random);
        this.root = root;
        List<String> names = new ArrayList<>(NAMES);
        Collections.shuffle(names, random);
        columns.addAll(names.subList(0, 2 + random.nextInt(6)));
        label = columns.get(random.nextInt(columns.size()));
        columns.forEach(column -> palettes.put(column, cells.palette()));
        labels =
                cells.oneOf(
                        List.of(
                                List.of("0", "1", "-1", "", "1.0", "-1.0", "2", "01", "0"),
                                List.of("1.0", "0", "", "1", "1e0"),
                                List.of("False", "True", "", "True", "False"),
                                List.of("<=50K", ">50K", "-1", ">50K.", "<=50K", "")));
        missing = cells.happens(0.7) ? null : OTHER_MISSING;
        missingTokens.addAll(missing == null ? PANDAS_MISSING : OTHER_MISSING);
    }

    /// Writes a dataset into a new folder. Some row of its train split has a valid label.
    public static RandomDataset write(long seed, Path root) throws IOException {
        return new RandomDatasets(seed, root).write();
    }

    private RandomDataset write() throws IOException {
        Files.createDirectories(root);
        Map<String, List<Path>> files = new LinkedHashMap<>();
        boolean flat = cells.happens(0.6);
        for (String split : flat ? List.of("train") : List.of("train", "val", "test", "oot")) {
            if (split.equals("train") || cells.happens(0.5)) {
                files.put(split, shards(flat ? root : Files.createDirectory(root.resolve(split)), split));
            }
        }
        if (cells.happens(0.3)) {
            Files.writeString(root.resolve("README.md"), "not a shard");
            Files.writeString(root.resolve(".part-00001.csv.crc"), "not a shard");
        }
        List<String> fields = new ArrayList<>(columns);
        fields.remove(label);
        Collections.shuffle(fields, random);
        return new RandomDataset(
                root,
                files,
                columns.stream().map(name -> name.replace("__DOT__", ".")).toList(),
                label.replace("__DOT__", "."),
                labels.get(1),
                missing,
                fields.subList(0, 1 + random.nextInt(fields.size())).stream()
                        .map(name -> name.replace("__DOT__", "."))
                        .toList());
    }

    private List<Path> shards(Path folder, String split) throws IOException {
        List<Path> files = new ArrayList<>();
        int count = 1 + random.nextInt(6);
        int neverEmpty = random.nextInt(count);
        int number = random.nextInt(2);
        boolean first = split.equals("train"); // the first header of all says the order of columns
        for (int i = 0; i < count; i++) {
            String name =
                    cells.happens(0.8)
                            ? String.format(Locale.ROOT, "part-%05d.csv", number)
                            : "part-" + number + ".csv";
            Path file = folder.resolve(name);
            if (i != neverEmpty && cells.happens(0.15)) {
                Files.write(file, emptyFile().getBytes(StandardCharsets.UTF_8));
            } else {
                int rows = rows(i == neverEmpty);
                String text = shard(rows, first || cells.happens(0.75), split, i == neverEmpty);
                Files.write(file, text.getBytes(StandardCharsets.UTF_8));
                first = false;
            }
            files.add(file);
            number += 1 + (cells.happens(0.2) ? random.nextInt(2000) : 0);
        }
        return files;
    }

    private String emptyFile() {
        return cells.oneOf(List.of("", "", "\uFEFF", "\n", "\r\n\r\n"));
    }

    private int rows(boolean some) {
        int rows = cells.oneOf(List.of(0, 1, 2, 5, 20, 60));
        return some ? Math.max(1, rows) : rows;
    }

    private String shard(int rows, boolean inOrder, String split, boolean validFirst) {
        List<String> order = new ArrayList<>(columns);
        if (!inOrder) {
            Collections.shuffle(order, random);
        }
        List<String> breaks =
                cells.oneOf(
                        List.of(
                                List.of("\n"),
                                List.of("\n"),
                                List.of("\r\n"),
                                List.of("\r"),
                                List.of("\n", "\r\n", "\r")));
        boolean blanks = cells.happens(0.2);
        StringBuilder text = new StringBuilder(cells.happens(0.15) ? "\uFEFF" : "");
        text.append(blanks ? cells.oneOf(breaks) : "");
        text.append(String.join(",", order.stream().map(this::name).toList()));
        for (int row = 0; row < rows; row++) {
            text.append(cells.oneOf(breaks));
            if (blanks && cells.happens(0.2)) {
                text.append(cells.oneOf(breaks));
            }
            String rowLabel = validFirst && row == 0 ? labels.getFirst() : cells.oneOf(labels);
            text.append(String.join(",", order.stream().map(column -> cell(column, split, rowLabel)).toList()));
        }
        return text.append(cells.happens(0.7) ? cells.oneOf(breaks) : "").toString();
    }

    private String name(String column) {
        return column.indexOf('"') < 0 ? cells.cell(column) : '"' + column.replace("\"", "\"\"") + '"';
    }

    private String cell(String column, String split, String rowLabel) {
        if (column.equals(label)) {
            return cells.cell(rowLabel.isEmpty() ? cells.oneOf(missingTokens) : rowLabel);
        }
        Palette palette = palettes.get(column);
        boolean unseen = !split.equals("train") && palette.kind() != Kind.ALWAYS_MISSING && cells.happens(0.05);
        return cells.cell(unseen ? "only in " + split : cells.value(palette, missingTokens));
    }
}
