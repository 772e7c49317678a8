package dev.millrace.lab.result;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// Whether two benchmarks measured the same under the same conditions.
final class Comparability {

    private Comparability() {}

    static List<String> differences(Benchmark one, Benchmark other) {
        List<String> differences = new ArrayList<>();
        note(differences, "data", one.dataset().sha256(), other.dataset().sha256());
        note(differences, "strategies", one.recipe().get("strategies"), other.recipe().get("strategies"));
        note(differences, "processor", one.machine().processor(), other.machine().processor());
        note(differences, "processors", one.machine().processors(), other.machine().processors());
        note(differences, "memory", one.machine().memoryBytes(), other.machine().memoryBytes());
        note(differences, "system", one.machine().system(), other.machine().system());
        note(differences, "Java", one.machine().java(), other.machine().java());
        note(differences, "page cache", one.conditions().pageCache(), other.conditions().pageCache());
        return differences;
    }

    private static void note(List<String> differences, String what, @Nullable Object one, @Nullable Object other) {
        if (!Objects.equals(one, other)) {
            String values = one + " and " + other;
            differences.add(values.length() > 120 ? "other " + what : what + ": " + values);
        }
    }
}
