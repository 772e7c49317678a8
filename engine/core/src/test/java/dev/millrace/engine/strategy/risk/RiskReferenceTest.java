package dev.millrace.engine.strategy.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;

import dev.millrace.engine.block.BlockSize;
import dev.millrace.engine.json.Json;
import dev.millrace.engine.problem.Place;
import dev.millrace.engine.strategy.risk.RiskReference.Table;
import dev.millrace.engine.testing.RandomDataset;
import dev.millrace.engine.testing.RandomDatasets;
import dev.millrace.engine.testing.Runs;
import dev.millrace.engine.testing.Seeds;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AutoClose;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The engine against [RiskReference] on generated datasets: tables, untouched fields, and every cell that is written.
class RiskReferenceTest {

    private static final double[] SMOOTH_FACTORS = {0, 0.01, 0.1, 1};

    @AutoClose private final FileSystem files = Jimfs.newFileSystem(Configuration.unix());

    @Seeds(count = 150)
    void engineAndReferenceAgree(long seed) throws IOException {
        RandomDataset dataset = RandomDatasets.write(seed + 1000, files.getPath("/in"));
        double smoothFactor = SMOOTH_FACTORS[(int) seed % SMOOTH_FACTORS.length];
        int countThreshold = (int) seed % 7;
        int maxUniqueThreshold = 1 + (int) seed % 31;
        Path output = files.getPath("/out");
        Runs.done(
                dataset.recipe(
                                output,
                                "smoothFactor",
                                smoothFactor,
                                "countThreshold",
                                countThreshold,
                                "maxUniqueThreshold",
                                maxUniqueThreshold)
                        .streaming(2),
                new BlockSize(200, 7));

        RiskReference reference = new RiskReference(dataset, smoothFactor, countThreshold, maxUniqueThreshold);
        List<Map<String, String>> train = new ArrayList<>();
        dataset.files().get("train").forEach(shard -> train.addAll(RiskReference.rows(shard)));
        Map<String, Table> tables = reference.fit(train, dataset.fields(), dataset.label(), dataset.positiveLabel());
        JsonNode saved = Json.parse(Files.readAllBytes(output.resolve("model/risk_table_map.json")), Place.of("map"));

        assertThat(saved.propertyNames()).containsExactlyElementsOf(tables.keySet());
        tables.forEach((field, table) -> assertSame(field, table, saved.get(field)));
        dataset.files()
                .forEach((split, shards) ->
                        shards.forEach(shard -> {
                            List<Map<String, String>> in = RiskReference.rows(shard);
                            if (!in.isEmpty()) {
                                String digits = shard.getFileName().toString().replaceAll("\\D", "");
                                String name = String.format(Locale.ROOT, "part-%05d.csv", Integer.parseInt(digits));
                                assertTransformed(
                                        reference, tables, in, RiskReference.rows(output.resolve(split).resolve(name)));
                            }
                        }));
    }

    private static void assertSame(String field, Table table, JsonNode saved) {
        assertThat(saved.get("varName").stringValue()).isEqualTo(field);
        assertThat(saved.get("type").stringValue()).isEqualTo("categorical");
        assertThat(saved.get("mode").stringValue()).as(field).isEqualTo(table.numeric() ? "numeric" : "categorical");
        assertThat(saved.get("default_bin").doubleValue()).isCloseTo(table.defaultBin(), close(table.defaultBin()));
        Map<Object, Double> bins = new HashMap<>();
        saved.get("bins")
                .properties()
                .forEach(bin -> {
                    Object category = table.numeric() ? (Object) RiskReference.number(bin.getKey()) : bin.getKey();
                    assertThat(bins.put(category, bin.getValue().doubleValue())).isNull();
                });
        assertThat(bins).as(field).containsOnlyKeys(table.bins().keySet());
        table.bins()
                .forEach((category, risk) ->
                        assertThat(bins.get(category)).as("%s = %s", field, category).isCloseTo(risk, close(risk)));
    }

    private static void assertTransformed(
            RiskReference reference,
            Map<String, Table> tables,
            List<Map<String, String>> in,
            List<Map<String, String>> out) {
        assertThat(out).hasSameSizeAs(in);
        for (int row = 0; row < in.size(); row++) {
            for (Map.Entry<String, String> cell : in.get(row).entrySet()) {
                String found = out.get(row).get(cell.getKey());
                Table table = tables.get(cell.getKey());
                if (table == null) {
                    assertThat(found).isEqualTo(cell.getValue());
                } else {
                    double risk = reference.risk(table, cell.getValue());
                    assertThat(Double.parseDouble(found)).as("%s, row %d", cell, row).isCloseTo(risk, close(risk));
                }
            }
        }
    }

    private static Offset<Double> close(double value) {
        return within(Math.abs(value) * 1e-12);
    }
}
