package dev.millrace.engine.strategy.risk;

import dev.millrace.engine.json.Json;
import dev.millrace.engine.pickle.Pickle;
import dev.millrace.engine.problem.DataException;
import dev.millrace.engine.problem.Place;
import dev.millrace.engine.problem.Problem;
import dev.millrace.engine.strategy.ArtifactFile;
import dev.millrace.engine.strategy.risk.RiskTable.Bin;
import dev.millrace.engine.strategy.risk.RiskTable.Mode;

import tools.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Risk tables as files: `{field: {varName, type, mode, default_bin, bins: {category: risk}}}`, as JSON and as a Python
/// pickle. In the pickle the keys of numeric bins are numbers, in JSON their shortest texts.
final class RiskTableFiles {

    static final String NAME = "risk_table_map";

    private RiskTableFiles() {}

    static List<ArtifactFile> write(List<RiskTable> tables) {
        Map<String, Object> texts = new LinkedHashMap<>();
        Map<String, Object> numbers = new LinkedHashMap<>();
        for (RiskTable table : tables) {
            texts.put(table.field(), entry(table, false));
            numbers.put(table.field(), entry(table, table.mode() == Mode.NUMERIC));
        }
        return List.of(
                new ArtifactFile(NAME + ".json", Json.document(texts)),
                new ArtifactFile(NAME + ".pkl", Pickle.of(numbers)));
    }

    private static Map<String, Object> entry(RiskTable table, boolean numberKeys) {
        Map<Object, Double> bins = new LinkedHashMap<>();
        for (Bin bin : table.bins()) {
            bins.put(numberKeys ? parse(bin.category()) : bin.category(), bin.risk());
        }
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("varName", table.field());
        entry.put("type", "categorical");
        entry.put("mode", table.mode().name().toLowerCase(Locale.ROOT));
        entry.put("default_bin", table.defaultRisk());
        entry.put("bins", bins);
        return entry;
    }

    private static Object parse(String number) {
        return switch (number) {
            case "inf" -> Double.POSITIVE_INFINITY;
            case "-inf" -> Double.NEGATIVE_INFINITY;
            default -> Double.valueOf(number);
        };
    }

    /// The tables of those fields that a document has.
    ///
    /// @throws DataException if it is not of the form above
    static List<RiskTable> tables(JsonNode root, List<String> fields) {
        Place place = Place.of(NAME);
        List<RiskTable> tables = new ArrayList<>();
        for (String field : fields) {
            JsonNode entry = root.get(field);
            if (entry != null) {
                tables.add(table(field, entry, place));
            }
        }
        return tables;
    }

    private static RiskTable table(String field, JsonNode entry, Place place) {
        JsonNode mode = entry.get("mode");
        JsonNode defaultBin = entry.get("default_bin");
        JsonNode bins = entry.get("bins");
        boolean numeric = mode != null && mode.isString() && mode.stringValue().equals("numeric");
        boolean categorical = mode != null && mode.isString() && mode.stringValue().equals("categorical");
        if ((!numeric && !categorical)
                || defaultBin == null
                || !defaultBin.isNumber()
                || bins == null
                || !bins.isObject()) {
            throw malformed(field, place);
        }
        List<Bin> list = new ArrayList<>();
        bins.properties()
                .forEach(bin -> {
                    if (!bin.getValue().isNumber()) {
                        throw malformed(field, place);
                    }
                    list.add(new Bin(bin.getKey(), bin.getValue().doubleValue()));
                });
        return new RiskTable(field, numeric ? Mode.NUMERIC : Mode.CATEGORICAL, defaultBin.doubleValue(), list);
    }

    private static DataException malformed(String field, Place place) {
        return new DataException(
                new Problem(
                        place.inColumn(field),
                        "the entry is no risk table: expected are mode (numeric or categorical), default_bin and bins"
                                + " of numbers",
                        "Choose the model folder of a finished run in artifacts.input"));
    }
}
