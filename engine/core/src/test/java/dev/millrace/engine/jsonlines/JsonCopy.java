package dev.millrace.engine.jsonlines;

import dev.millrace.engine.testing.RandomDataset;
import dev.millrace.engine.testing.RawCsv;
import dev.millrace.engine.testing.RecipeText;
import dev.millrace.engine.testing.Tree;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// A generated dataset of comma-separated values, written once more as JSON in random notation: keys in any order,
/// missing values as `null`, as an absent key or as a missing token, numbers as numbers or texts, values that nobody
/// looks at in between.
///
/// @param original what it is a copy of
/// @param folder where it is
/// @param ending of its shards
/// @param rows the objects of every shard, by its path relative to the folder
record JsonCopy(RandomDataset original, Path folder, String ending, Map<String, List<String>> rows) {

    private static final String NUMBER_OF_JSON = "-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]+)?";

    static JsonCopy write(RandomDataset original, Path folder, String ending, long seed) {
        return new Writer(original, folder, ending, seed).write();
    }

    RecipeText recipe(Path output, Object... settings) {
        return RecipeText.of(folder, output)
                .label(original.label())
                .missing(original.missing())
                .riskTable(original.fields(), original.positiveLabel(), settings);
    }

    private static final class Writer {

        private final RandomDataset original;
        private final Path folder;
        private final String ending;
        private final Random random;
        private final RandomJson json;
        private final List<String> missing;

        Writer(RandomDataset original, Path folder, String ending, long seed) {
            this.original = original;
            this.folder = folder;
            this.ending = ending;
            this.random = new Random(seed);
            this.json = new RandomJson(random, ending.equals(".json"));
            this.missing = original.missing() == null ? List.of("", "NA", "null", "NaN") : original.missing();
        }

        JsonCopy write() {
            Map<String, List<String>> rows = new LinkedHashMap<>();
            original.files()
                    .forEach((split, files) ->
                            files.forEach(file -> {
                                String name = original.folder().relativize(file).toString().replace(".csv", ending);
                                List<String> objects = objects(file);
                                rows.put(name, objects);
                                Tree.write(folder.resolve(name), text(objects));
                            }));
            return new JsonCopy(original, folder, ending, rows);
        }

        private List<String> objects(Path file) {
            byte[] bytes = Tree.bytes(file).getBytes(StandardCharsets.ISO_8859_1);
            List<List<String>> table = RawCsv.values(new String(bytes, StandardCharsets.UTF_8).replace("\uFEFF", ""));
            List<String> objects = new ArrayList<>();
            for (int row = 1; row < table.size(); row++) {
                objects.add(object(table.getFirst(), table.get(row), row == 1));
            }
            return objects;
        }

        private String object(List<String> names, List<String> values, boolean whole) {
            List<String> members = new ArrayList<>();
            for (int i = 0; i < names.size(); i++) {
                String value = values.get(i);
                boolean absent = value.isEmpty() || missing.contains(value);
                if (!absent || whole || random.nextInt(3) > 0) {
                    members.add(
                            json.text(names.get(i)) + json.blanks() + ":" + json.blanks() + notation(value, absent));
                }
            }
            if (random.nextInt(4) == 0) {
                members.add("\"nested\":" + json.blanks() + json.object());
            }
            if (random.nextInt(3) == 0) {
                Collections.shuffle(members, random);
            }
            List<String> spaced = members.stream().map(member -> json.blanks() + member + json.blanks()).toList();
            return "{" + String.join(",", spaced) + "}";
        }

        private String notation(String value, boolean absent) {
            if (absent && random.nextBoolean()) {
                return "null";
            }
            boolean number = value.matches(NUMBER_OF_JSON);
            return number && random.nextInt(3) > 0 ? value : json.text(value);
        }

        private String text(List<String> objects) {
            String mark = random.nextInt(6) == 0 ? "\uFEFF" : "";
            if (ending.equals(".json")) {
                String separator = json.blanks() + "," + json.blanks();
                boolean nothing = objects.isEmpty() && random.nextBoolean();
                return mark + (nothing ? json.blanks() : json.blanks() + "[" + String.join(separator, objects) + "]\n");
            }
            String lineBreak = random.nextInt(4) == 0 ? "\r\n" : "\n";
            String lines = String.join(lineBreak, objects);
            return mark + (random.nextInt(4) == 0 || objects.isEmpty() ? lines : lines + lineBreak);
        }
    }
}
