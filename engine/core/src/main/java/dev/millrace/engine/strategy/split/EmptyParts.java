package dev.millrace.engine.strategy.split;

import java.util.ArrayList;
import java.util.List;

/// Finds the classes that some split gets no row of.
final class EmptyParts {

    private static final int CLASSES_NAMED = 10;

    private EmptyParts() {}

    /// One warning for each split that lacks a class, though the ratios give it rows.
    static List<String> warnings(Strata strata, SplitSizes sizes, TabularSplitSettings settings) {
        long[] rows = strata.rows();
        List<String> withoutTrain = new ArrayList<>();
        List<String> withoutVal = new ArrayList<>();
        List<String> withoutTest = new ArrayList<>();
        for (int stratum = 0; stratum < rows.length; stratum++) {
            long train = sizes.train()[stratum];
            long val = sizes.val()[stratum];
            add(withoutTrain, train, strata.names().get(stratum));
            add(withoutVal, val, strata.names().get(stratum));
            add(withoutTest, rows[stratum] - train - val, strata.names().get(stratum));
        }
        List<String> warnings = new ArrayList<>();
        warn(warnings, "train", withoutTrain, settings.trainRatio() > 0);
        warn(warnings, "val", withoutVal, settings.trainRatio() < 1 && settings.testValRatio() > 0);
        warn(warnings, "test", withoutTest, settings.trainRatio() < 1 && settings.testValRatio() < 1);
        return warnings;
    }

    private static void add(List<String> without, long rows, String name) {
        if (rows == 0) {
            without.add(name);
        }
    }

    private static void warn(List<String> warnings, String split, List<String> classes, boolean wanted) {
        if (wanted && !classes.isEmpty()) {
            String named = String.join(", ", classes.stream().limit(CLASSES_NAMED).toList());
            String more = classes.size() > CLASSES_NAMED ? " and " + (classes.size() - CLASSES_NAMED) + " more" : "";
            warnings.add("the split " + split + " has no row of label " + named + more + "; there are too few of them");
        }
    }
}
