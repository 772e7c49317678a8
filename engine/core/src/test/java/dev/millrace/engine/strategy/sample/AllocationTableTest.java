package dev.millrace.engine.strategy.sample;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

class AllocationTableTest {

    private static StratifiedSamplingSettings settings(AllocationRule rule, boolean replacement) {
        return new StratifiedSamplingSettings(
                "region", 100, rule, 1, "amount", null, 1, replacement, false, List.of("train"));
    }

    @Test
    void everyRuleIsAppliedWhateverTheRecipeSays() {
        TreeMap<String, Long> rows = new TreeMap<>(Map.of("a", 900L, "b", 100L));
        Map<String, Double> deviations = Map.of("a", 1.0, "b", 9.0);
        for (AllocationRule said : AllocationRule.values()) {
            AllocationTable table = AllocationTable.of(settings(said, false), rows, deviations);
            assertThat(table.rules())
                    .containsExactly(AllocationRule.BALANCED, AllocationRule.PROPORTIONAL_MIN, AllocationRule.OPTIMAL);
            assertThat(table.lines().getFirst().sizes()).containsExactly(50L, 90L, 50L);
            assertThat(table.lines().getLast().sizes()).containsExactly(50L, 10L, 50L);
        }
    }

    @Test
    void noMoreIsDrawnThanThereIsUnlessRowsMayRepeat() {
        TreeMap<String, Long> rows = new TreeMap<>(Map.of("a", 900L, "b", 7L));
        AllocationTable once = AllocationTable.of(settings(AllocationRule.BALANCED, false), rows, Map.of());
        assertThat(once.lines().getLast().sizes().getFirst()).isEqualTo(7);
        AllocationTable often = AllocationTable.of(settings(AllocationRule.BALANCED, true), rows, Map.of());
        assertThat(often.lines().getLast().sizes().getFirst()).isEqualTo(50);
    }
}
