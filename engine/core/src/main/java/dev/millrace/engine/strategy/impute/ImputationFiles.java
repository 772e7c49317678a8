package dev.millrace.engine.strategy.impute;

import dev.millrace.engine.dataset.Split;
import dev.millrace.engine.json.Json;
import dev.millrace.engine.problem.DataException;
import dev.millrace.engine.problem.Place;
import dev.millrace.engine.problem.Problem;
import dev.millrace.engine.strategy.ArtifactFile;
import dev.millrace.engine.strategy.Subject;
import dev.millrace.engine.strategy.impute.FilledColumn.Origin;

import net.razorvine.pickle.Pickler;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Filled values as files: `{column: value}`, as JSON and as a Python pickle, and a summary for people.
final class ImputationFiles {

    static final String NAME = "impute_dict";
    static final String JSON = NAME + ".json";
    static final String PICKLE = "impute_dict.pkl";
    static final String SUMMARY = "imputation_summary.json";

    private ImputationFiles() {}

    static List<ArtifactFile> values(List<FilledColumn> columns) {
        Map<String, Object> json = new LinkedHashMap<>();
        Map<String, Object> python = new LinkedHashMap<>();
        for (FilledColumn column : columns) {
            json.put(column.column(), column.value().json());
            python.put(column.column(), column.value().python());
        }
        return List.of(new ArtifactFile(JSON, Json.document(json)), new ArtifactFile(PICKLE, pickle(python)));
    }

    private static byte[] pickle(Map<String, Object> value) {
        try {
            return new Pickler(false).dumps(value);
        } catch (IOException impossible) {
            throw new UncheckedIOException("a pickle is made in memory", impossible);
        }
    }

    /// `{column: {type, strategy, value, missing_count, missing_share, filled: {split: count}}}`; without what is
    /// learned of train where the values come from an earlier run.
    ///
    /// @param counts filled cells, by the names of [ImputationTransform#count]
    static ArtifactFile summary(List<FilledColumn> columns, Set<Split> splits, Map<String, Long> counts) {
        Map<String, Object> summary = new LinkedHashMap<>();
        for (FilledColumn column : columns) {
            Map<String, Object> entry = new LinkedHashMap<>();
            Origin origin = column.origin();
            if (origin != null) {
                entry.put("type", origin.type().word());
                entry.put("strategy", origin.strategy().word());
            }
            entry.put("value", column.value().json());
            if (origin != null) {
                entry.put("missing_count", origin.missing());
                entry.put("missing_share", (double) origin.missing() / origin.rows());
            }
            entry.put("filled", filled(column.column(), splits, counts));
            summary.put(column.column(), entry);
        }
        return new ArtifactFile(SUMMARY, Json.document(summary));
    }

    private static Map<String, Long> filled(String column, Set<Split> splits, Map<String, Long> counts) {
        Map<String, Long> filled = new LinkedHashMap<>();
        for (Split split : Split.values()) {
            if (splits.contains(split)) {
                filled.put(split.folder(), counts.getOrDefault(ImputationTransform.count(column, split), 0L));
            }
        }
        return filled;
    }

    /// Reads either form, as a tree.
    ///
    /// @param candidates the columns that may be filled; others are passed over
    /// @throws DataException if it is not of that form
    static ImputationArtifact parse(JsonNode root, Subject subject, List<Candidate> candidates) {
        Place place = Place.of(NAME);
        if (!root.isObject()) {
            throw malformed(place, "the artifact is no object of columns and values");
        }
        List<FilledColumn> columns = new ArrayList<>();
        for (Candidate candidate : candidates) {
            JsonNode value = root.get(candidate.column());
            if (value != null) {
                columns.add(
                        new FilledColumn(
                                candidate.column(),
                                candidate.position(),
                                value(value, place.inColumn(candidate.column())),
                                null));
            }
        }
        List<String> warnings = new ArrayList<>();
        for (String column : root.propertyNames()) {
            if (!subject.schema().has(column)) {
                warnings.add("the column '" + column + "' of " + JSON + " is not in the data");
            }
        }
        return new ImputationArtifact(columns, subject, warnings);
    }

    private static FillValue value(JsonNode value, Place place) {
        if (value.isNumber()) {
            return new FillValue.Numeric(value.doubleValue());
        }
        if (!value.isString()) {
            throw malformed(place, "the value " + value + " is neither a number nor a text");
        }
        return switch (value.stringValue()) {
            case "inf" -> new FillValue.Numeric(Double.POSITIVE_INFINITY);
            case "-inf" -> new FillValue.Numeric(Double.NEGATIVE_INFINITY);
            default -> new FillValue.Text(value.stringValue());
        };
    }

    private static DataException malformed(Place place, String finding) {
        return new DataException(
                new Problem(place, finding, "Choose the model folder of a finished run in artifacts.input"));
    }
}
