package dev.millrace.engine.run;

import dev.millrace.engine.plan.Pass;
import dev.millrace.engine.plan.Plan;
import dev.millrace.engine.strategy.Artifact;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Which columns a scan looks at: of those that were planned, those that are still needed now that it is known what was
/// learned.
///
/// @param artifacts what was learned so far, by position of the strategy in the recipe
record ScannedColumns(Plan plan, Map<Integer, Artifact> artifacts) {

    /// Positions of the columns that some fits look at, or strategies that are applied before the last of them.
    Set<Integer> ofFits(Map<Integer, RunningFit<?>> fits) {
        Set<String> names = new TreeSet<>();
        int last = fits.keySet().stream().max(Integer::compare).orElse(-1);
        artifacts.forEach((i, artifact) -> {
            if (i < last) {
                names.addAll(artifact.looksAt(plan.steps().get(i).footprint().looksAt()));
            }
        });
        fits.forEach((i, fit) -> names.addAll(fit.looksAt(plan.steps().get(i).footprint().fitColumns())));
        return positions(names);
    }

    /// Positions of the columns that all strategies look at; all that were planned if every cell is written anew.
    Set<Integer> ofTransforms(Pass pass) {
        if (plan.converts()) {
            return pass.columns();
        }
        Set<String> names = new TreeSet<>();
        artifacts.forEach((i, artifact) -> names.addAll(artifact.looksAt(plan.steps().get(i).footprint().looksAt())));
        return positions(names);
    }

    private Set<Integer> positions(Set<String> names) {
        return names.stream().map(plan.dataset().schema()::position).collect(Collectors.toSet());
    }
}
