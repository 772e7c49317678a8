package dev.millrace.engine.strategy.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import static java.util.Objects.requireNonNull;

import dev.millrace.engine.json.Json;
import dev.millrace.engine.pickle.Pickle;
import dev.millrace.engine.problem.DataException;
import dev.millrace.engine.problem.Place;
import dev.millrace.engine.strategy.ArtifactFile;
import dev.millrace.engine.strategy.risk.RiskTable.Bin;
import dev.millrace.engine.strategy.risk.RiskTable.Mode;

import net.razorvine.pickle.Unpickler;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import tools.jackson.databind.JsonNode;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

class RiskTableFilesTest {

    private static final List<RiskTable> TABLES =
            List.of(
                    new RiskTable(
                            "velocity",
                            Mode.NUMERIC,
                            0.1,
                            List.of(
                                    new Bin("-inf", 0.5),
                                    new Bin("-1.5", 0.25),
                                    new Bin("0.0", 1.0),
                                    new Bin("1e+16", 1e-9),
                                    new Bin("inf", 0.0))),
                    new RiskTable(
                            "grüße 😀",
                            Mode.CATEGORICAL,
                            0.30000000000000004,
                            List.of(
                                    new Bin("1.0", 0.2),
                                    new Bin("say \"hi\"\n", 0.1),
                                    new Bin("日本", 0.7),
                                    new Bin("😀", 1 / 3.0))),
                    new RiskTable("empty", Mode.NUMERIC, 0, List.of()),
                    new RiskTable(
                            "many",
                            Mode.CATEGORICAL,
                            0.5,
                            IntStream.range(0, 500).mapToObj(i -> new Bin("c" + i, i / 500.0)).toList()));

    @Test
    void theJsonReadsBackAsTheSameTables() {
        List<String> fields = TABLES.stream().map(RiskTable::field).toList();
        assertThat(RiskTableFiles.tables(json(), fields)).isEqualTo(TABLES);
        assertThat(RiskTableFiles.tables(json(), List.of("absent", "empty"))).containsExactly(TABLES.get(2));
    }

    @Test
    void thePickleReadsBackAsTheSameTables() {
        List<String> fields = TABLES.stream().map(RiskTable::field).toList();
        Object content = Pickle.read(pickle(), Place.of("risk_table_map.pkl"));
        List<RiskTable> tables = RiskTableFiles.tables(Json.tree(requireNonNull(content)), fields);
        assertThat(tables).usingRecursiveComparison().ignoringFields("bins").isEqualTo(TABLES);
        for (int i = 0; i < TABLES.size(); i++) {
            assertThat(values(tables.get(i))).isEqualTo(values(TABLES.get(i)));
        }
    }

    /// Bins by what their categories stand for: a number that was a key may be written in another way.
    private static Map<Object, Double> values(RiskTable table) {
        Map<Object, Double> values = new LinkedHashMap<>();
        for (Bin bin : table.bins()) {
            boolean numeric = table.mode() == Mode.NUMERIC;
            values.put(numeric ? (Object) RiskReference.number(bin.category()) : bin.category(), bin.risk());
        }
        return values;
    }

    @Test
    void thePickleHoldsTheSameAndNumbersAsKeysOfNumericBins() throws IOException {
        assertThat(new Unpickler().loads(pickle())).isEqualTo(expected());
    }

    @Test
    void pythonReadsThePickleWithNothingInstalled(@TempDir Path folder) throws IOException, InterruptedException {
        assumeTrue(isOnPath("python3"), "there is no python3 on the path");
        Path file = Files.write(folder.resolve("risk_table_map.pkl"), pickle());
        String program =
                """
                import pickle, sys
                tables = pickle.load(open(sys.argv[1], 'rb'))
                for field, table in tables.items():
                    for key, value in table.items():
                        if key != 'bins':
                            print(ascii(field), key, ascii(value))
                    for category, risk in table['bins'].items():
                        print(ascii(field), ascii(category), repr(risk))
                """;
        Process python =
                new ProcessBuilder("python3", "-I", "-c", program, file.toString()).redirectErrorStream(true).start();
        String printed = new String(python.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        assertThat(python.waitFor()).as(printed).isZero();
        assertThat(printed.lines())
                .startsWith(
                        "'velocity' varName 'velocity'",
                        "'velocity' type 'categorical'",
                        "'velocity' mode 'numeric'",
                        "'velocity' default_bin 0.1",
                        "'velocity' -inf 0.5",
                        "'velocity' -1.5 0.25",
                        "'velocity' 0.0 1.0",
                        "'velocity' 1e+16 1e-09",
                        "'velocity' inf 0.0")
                .contains(
                        "'gr\\xfc\\xdfe \\U0001f600' '1.0' 0.2",
                        "'gr\\xfc\\xdfe \\U0001f600' 'say \"hi\"\\n' 0.1",
                        "'gr\\xfc\\xdfe \\U0001f600' '\\u65e5\\u672c' 0.7",
                        "'gr\\xfc\\xdfe \\U0001f600' '\\U0001f600' 0.3333333333333333",
                        "'many' 'c499' 0.998")
                .hasSize(4 * TABLES.size() + 5 + 4 + 500);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"f\": 1}",
                "{\"f\": {}}",
                "{\"f\": {\"mode\": \"numeric\", \"default_bin\": 0.1}}",
                "{\"f\": {\"mode\": \"other\", \"default_bin\": 0.1, \"bins\": {}}}",
                "{\"f\": {\"mode\": \"numeric\", \"default_bin\": \"x\", \"bins\": {}}}",
                "{\"f\": {\"mode\": \"numeric\", \"default_bin\": 0.1, \"bins\": []}}",
                "{\"f\": {\"mode\": \"numeric\", \"default_bin\": 0.1, \"bins\": {\"1\": null}}}"
            })
    void somethingElseIsRefusedWithItsField(String json) {
        DataException refused =
                catchThrowableOfType(
                        DataException.class,
                        () -> RiskTableFiles.tables(document(json.getBytes(StandardCharsets.UTF_8)), List.of("f")));
        assertThat(refused).hasMessageContaining("risk_table_map, column 'f'").hasMessageContaining("default_bin");
    }

    private static Map<String, Object> expected() {
        Map<String, Object> tables = new LinkedHashMap<>();
        for (RiskTable table : TABLES) {
            Map<Object, Object> bins = new LinkedHashMap<>();
            table.bins()
                    .forEach(bin ->
                            bins.put(
                                    table.mode() == Mode.NUMERIC
                                            ? (Object) RiskReference.number(bin.category())
                                            : bin.category(),
                                    bin.risk()));
            tables.put(
                    table.field(),
                    Map.of(
                            "varName",
                            table.field(),
                            "type",
                            "categorical",
                            "mode",
                            table.mode() == Mode.NUMERIC ? "numeric" : "categorical",
                            "default_bin",
                            table.defaultRisk(),
                            "bins",
                            bins));
        }
        return tables;
    }

    private static JsonNode json() {
        return document(content("risk_table_map.json"));
    }

    private static JsonNode document(byte[] json) {
        return Json.parse(json, Place.of("risk_table_map.json"));
    }

    private static byte[] pickle() {
        return content("risk_table_map.pkl");
    }

    private static byte[] content(String name) {
        List<ArtifactFile> files = new ArrayList<>(RiskTableFiles.write(TABLES));
        files.removeIf(file -> !file.name().equals(name));
        return files.getFirst().content();
    }

    private static boolean isOnPath(String program) {
        String path = System.getenv().getOrDefault("PATH", "");
        return Stream.of(path.split(File.pathSeparator, -1))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }
}
