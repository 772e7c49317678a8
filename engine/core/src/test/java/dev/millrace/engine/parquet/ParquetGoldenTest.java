package dev.millrace.engine.parquet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.millrace.engine.stats.Numbers;
import dev.millrace.engine.testing.RawCsv;
import dev.millrace.engine.testing.RecipeText;
import dev.millrace.engine.testing.Runs;
import dev.millrace.engine.testing.SharedData;

import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroupFactory;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Types;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Figures computed independently, from Parquet copies of real data: integers and decimals as such, missing as null.
class ParquetGoldenTest {

    @TempDir private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"adult", "transactions"})
    void riskTablesAreTheGoldenOnes(String name) throws IOException {
        JsonNode spec = json(SharedData.path("golden/" + name + ".spec.json"));
        JsonNode golden = json(SharedData.path("golden/" + name + ".json")).get("risk");
        List<String> missing = texts(spec.get("missing"));
        copy(SharedData.path("data/" + name), missing);
        JsonNode risk = spec.get("risk");

        for (RecipeText recipe : List.of(recipe("streaming").streaming(2), recipe("batch").batch())) {
            Runs.done(
                    recipe.label(spec.get("label").asString())
                            .riskTable(
                                    texts(risk.get("fields")),
                                    risk.get("positive").asString(),
                                    "smoothFactor",
                                    risk.get("smoothFactor").asDouble(),
                                    "countThreshold",
                                    risk.get("countThreshold").asInt(),
                                    "maxUniqueThreshold",
                                    risk.get("maxUnique").asInt()));
        }

        for (String mode : List.of("streaming", "batch")) {
            JsonNode found = json(folder.resolve(mode).resolve("model/risk_table_map.json"));
            assertThat(found.propertyNames()).containsExactlyInAnyOrderElementsOf(golden.propertyNames());
            golden.propertyStream().forEach(field -> assertTable(field.getValue(), found.get(field.getKey())));
        }
    }

    private RecipeText recipe(String output) {
        return RecipeText.of(folder.resolve("in"), folder.resolve(output));
    }

    private static void assertTable(JsonNode golden, JsonNode found) {
        assertThat(found.get("mode")).isEqualTo(golden.get("mode"));
        assertThat(found.get("default_bin").asDouble()).isCloseTo(golden.get("default_bin").asDouble(), within(1e-12));
        Map<Object, Double> expected = bins(golden);
        Map<Object, Double> actual = bins(found);
        assertThat(actual.keySet()).isEqualTo(expected.keySet());
        expected.forEach((category, bin) -> assertThat(actual.get(category)).isCloseTo(bin, within(1e-12)));
    }

    private static Map<Object, Double> bins(JsonNode table) {
        boolean numeric = table.get("mode").asString().equals("numeric");
        Map<Object, Double> bins = new TreeMap<>();
        table.get("bins")
                .propertyStream()
                .forEach(bin ->
                        bins.put(numeric ? Numbers.parse(bin.getKey()) : bin.getKey(), bin.getValue().asDouble()));
        return bins;
    }

    /// Writes each shard as Parquet.
    private void copy(Path csvFolder, List<String> missing) throws IOException {
        List<Path> files;
        try (Stream<Path> listed = Files.list(csvFolder)) {
            files = listed.sorted().toList();
        }
        List<List<List<String>>> shards = new ArrayList<>();
        for (Path file : files) {
            shards.add(RawCsv.values(Files.readString(file)));
        }
        MessageType schema = schema(shards, missing);
        SimpleGroupFactory groups = new SimpleGroupFactory(schema);
        for (int i = 0; i < files.size(); i++) {
            List<Group> rows = new ArrayList<>();
            for (List<String> record : shards.get(i).subList(1, shards.get(i).size())) {
                rows.add(row(groups.newGroup(), schema, record, missing));
            }
            String name = files.get(i).getFileName().toString().replace(".csv", ".parquet");
            Reference.write(
                    folder.resolve("in").resolve(name),
                    schema,
                    rows,
                    builder -> builder.withRowGroupRowCountLimit(3000));
        }
    }

    private static MessageType schema(List<List<List<String>>> shards, List<String> missing) {
        List<String> names = shards.getFirst().getFirst();
        List<Type> types = new ArrayList<>();
        for (int column = 0; column < names.size(); column++) {
            int current = column;
            List<String> cells =
                    shards.stream()
                            .flatMap(records -> records.stream().skip(1))
                            .map(record -> record.get(current))
                            .filter(cell -> !missing.contains(cell))
                            .toList();
            if (cells.stream().allMatch(cell -> cell.matches("-?\\d{1,18}"))) {
                types.add(Types.optional(PrimitiveTypeName.INT64).named(names.get(column)));
            } else if (cells.stream().noneMatch(cell -> Double.isNaN(Numbers.parse(cell)))) {
                types.add(Types.optional(PrimitiveTypeName.DOUBLE).named(names.get(column)));
            } else {
                types.add(
                        Types.optional(PrimitiveTypeName.BINARY)
                                .as(LogicalTypeAnnotation.stringType())
                                .named(names.get(column)));
            }
        }
        return new MessageType("rows", types);
    }

    private static Group row(Group row, MessageType schema, List<String> record, List<String> missing) {
        for (int column = 0; column < record.size(); column++) {
            String cell = record.get(column);
            if (!missing.contains(cell)) {
                String name = schema.getFieldName(column);
                switch (schema.getType(column).asPrimitiveType().getPrimitiveTypeName()) {
                    case INT64 -> row.append(name, Long.parseLong(cell));
                    case DOUBLE -> row.append(name, Numbers.parse(cell));
                    default -> row.append(name, cell);
                }
            }
        }
        return row;
    }

    private static List<String> texts(JsonNode array) {
        return array.valueStream().map(JsonNode::asString).toList();
    }

    private static JsonNode json(Path file) throws IOException {
        return new JsonMapper().readTree(Files.readString(file));
    }
}
