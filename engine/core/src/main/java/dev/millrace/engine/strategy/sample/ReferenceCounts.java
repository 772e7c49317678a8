package dev.millrace.engine.strategy.sample;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The counts from elsewhere that an external allocation follows.
final class ReferenceCounts {

    private ReferenceCounts() {}

    /// What is wrong with them, in words; empty if nothing is.
    static List<String> mistakes(@Nullable JsonNode counts) {
        if (counts == null || !counts.isObject()) {
            return List.of("external_proportional needs referenceCounts: an object of counts by stratum");
        }
        List<String> mistakes = new ArrayList<>();
        counts.properties()
                .forEach(entry -> {
                    if (!entry.getValue().isNumber() || entry.getValue().decimalValue().signum() < 0) {
                        mistakes.add(
                                "the reference count of '"
                                        + entry.getKey()
                                        + "' is "
                                        + entry.getValue()
                                        + " but must be a number from 0");
                    }
                });
        return mistakes;
    }

    /// The counts by stratum; none if there are none.
    static Map<String, BigDecimal> of(@Nullable JsonNode counts) {
        Map<String, BigDecimal> byStratum = new HashMap<>();
        if (counts != null) {
            counts.properties().forEach(entry -> byStratum.put(entry.getKey(), entry.getValue().decimalValue()));
        }
        return byStratum;
    }
}
