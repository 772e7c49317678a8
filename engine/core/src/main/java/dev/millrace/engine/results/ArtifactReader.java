package dev.millrace.engine.results;

import dev.millrace.engine.json.Json;
import dev.millrace.engine.problem.Place;
import dev.millrace.engine.results.ArtifactTable.Kind;

import tools.jackson.databind.JsonNode;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Makes tables of artifacts: of those whose shape is known as it is meant, of any other one a line for each value.
final class ArtifactReader {

    private static final int MOST_MEBIBYTES = 64;
    private static final Pattern NAME = Pattern.compile("(?:.*/)?(.+?)(?:-\\d+)?\\.json");

    private ArtifactReader() {}

    /// The tables of an artifact.
    ///
    /// @param name its path relative to the output folder
    /// @throws dev.millrace.engine.problem.EngineException if it cannot be read or is not JSON
    static List<ArtifactTable> tables(String name, Path file) {
        return tables(name, Json.parse(ResultFile.bytes(file, MOST_MEBIBYTES), Place.of(file)));
    }

    static List<ArtifactTable> tables(String name, JsonNode root) {
        Matcher matcher = NAME.matcher(name);
        String stem = matcher.matches() ? matcher.group(1) : name;
        return switch (stem) {
            case "risk_table_map" -> risks(name, root);
            case "imputation_summary" -> List.of(fills(name, root));
            case "sampling_diagnostics" -> strata(name, root);
            case "label_map" -> List.of(pairs(name, Kind.LABELS, Heading.Kind.LABEL, Heading.Kind.NUMBER, root));
            case "impute_dict" -> List.of(pairs(name, Kind.FILLS, Heading.Kind.COLUMN, Heading.Kind.VALUE, root));
            default -> List.of(document(name, root));
        };
    }

    private static List<ArtifactTable> risks(String name, JsonNode root) {
        List<ArtifactTable> tables = new ArrayList<>();
        List<List<Cell>> fields = new ArrayList<>();
        for (Map.Entry<String, JsonNode> field : root.properties()) {
            JsonNode bins = field.getValue().path("bins");
            List<Cell> all = bins.valueStream().map(Cell::of).toList();
            List<Double> numbers = all.stream().flatMap(cell -> Stream.ofNullable(cell.number())).sorted().toList();
            fields.add(
                    List.of(
                            Cell.of(field.getKey()),
                            Cell.of(field.getValue().get("mode")),
                            Cell.of(bins.size()),
                            Cell.of(field.getValue().get("default_bin")),
                            numbers.isEmpty() ? Cell.NONE : number(numbers.getFirst()),
                            numbers.isEmpty() ? Cell.NONE : number(numbers.getLast())));
            tables.add(pairs(name, Kind.RISKS, field.getKey(), Heading.Kind.CATEGORY, Heading.Kind.RISK, bins));
        }
        List<Heading> headings =
                headings(
                        Heading.Kind.FIELD,
                        Heading.Kind.MODE,
                        Heading.Kind.CATEGORIES,
                        Heading.Kind.DEFAULT_RISK,
                        Heading.Kind.LEAST_RISK,
                        Heading.Kind.GREATEST_RISK);
        tables.addFirst(new ArtifactTable(name, Kind.FIELDS, "", headings, fields));
        return tables;
    }

    private static Cell number(double value) {
        return new Cell(Double.toString(value), value);
    }

    private static ArtifactTable fills(String name, JsonNode root) {
        List<String> splits =
                root.valueStream().flatMap(entry -> entry.path("filled").propertyNames().stream()).distinct().toList();
        List<Heading> headings =
                new ArrayList<>(
                        headings(
                                Heading.Kind.COLUMN,
                                Heading.Kind.TYPE,
                                Heading.Kind.STRATEGY,
                                Heading.Kind.VALUE,
                                Heading.Kind.MISSING,
                                Heading.Kind.MISSING_SHARE));
        splits.forEach(split -> headings.add(new Heading(Heading.Kind.FILLED, split)));
        List<List<Cell>> rows = new ArrayList<>();
        for (Map.Entry<String, JsonNode> column : root.properties()) {
            List<Cell> row = new ArrayList<>(List.of(Cell.of(column.getKey())));
            Stream.of("type", "strategy", "value", "missing_count", "missing_share")
                    .map(column.getValue()::get)
                    .map(Cell::of)
                    .forEach(row::add);
            splits.forEach(split -> row.add(Cell.of(column.getValue().path("filled").get(split))));
            rows.add(List.copyOf(row));
        }
        return new ArtifactTable(name, Kind.FILLS, "", headings, rows);
    }

    private static List<ArtifactTable> strata(String name, JsonNode root) {
        List<ArtifactTable> tables = new ArrayList<>();
        for (Map.Entry<String, JsonNode> split : root.properties()) {
            JsonNode plan = split.getValue();
            List<Heading> headings =
                    new ArrayList<>(
                            headings(
                                    Heading.Kind.STRATUM,
                                    Heading.Kind.POPULATION,
                                    Heading.Kind.REQUESTED,
                                    Heading.Kind.ACHIEVED,
                                    Heading.Kind.WEIGHT));
            List<String> keys = new ArrayList<>(List.of("population", "requested", "achieved", "weights"));
            if (plan.has("std")) {
                headings.add(Heading.of(Heading.Kind.DEVIATION));
                keys.add("std");
            }
            List<List<Cell>> rows = new ArrayList<>();
            for (String stratum : plan.path("population").propertyNames()) {
                List<Cell> row = new ArrayList<>(List.of(Cell.of(stratum)));
                keys.forEach(key -> row.add(Cell.of(plan.path(key).get(stratum))));
                rows.add(List.copyOf(row));
            }
            tables.add(new ArtifactTable(name, Kind.STRATA, split.getKey(), headings, rows));
        }
        return tables;
    }

    private static ArtifactTable pairs(String name, Kind kind, Heading.Kind key, Heading.Kind value, JsonNode object) {
        return pairs(name, kind, "", key, value, object);
    }

    private static ArtifactTable pairs(
            String name, Kind kind, String of, Heading.Kind key, Heading.Kind value, JsonNode object) {
        List<List<Cell>> rows = new ArrayList<>();
        object.properties().forEach(pair -> rows.add(List.of(Cell.of(pair.getKey()), Cell.of(pair.getValue()))));
        return new ArtifactTable(name, kind, of, headings(key, value), rows);
    }

    private static ArtifactTable document(String name, JsonNode root) {
        List<List<Cell>> rows = new ArrayList<>();
        JsonLeaf.of(root).forEach(leaf -> rows.add(List.of(Cell.of(leaf.pointer()), Cell.of(leaf.value()))));
        return new ArtifactTable(name, Kind.DOCUMENT, "", headings(Heading.Kind.PLACE, Heading.Kind.VALUE), rows);
    }

    private static List<Heading> headings(Heading.Kind... kinds) {
        return Stream.of(kinds).map(Heading::of).toList();
    }
}
