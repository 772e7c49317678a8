package dev.millrace.lab.learn;

import dev.millrace.engine.block.Block;
import dev.millrace.engine.block.Column;
import dev.millrace.engine.dataset.Dataset;
import dev.millrace.engine.dataset.MissingTokens;
import dev.millrace.engine.dataset.Split;
import dev.millrace.lab.quality.DatasetScan;
import dev.millrace.lab.quality.ProcessedData;
import dev.millrace.lab.quality.TableFigures;

import java.util.Optional;
import java.util.Set;
import java.util.function.LongPredicate;

/// Trains a model on processed data and scores it: on val if there is one, else on every fifth row, which it does not
/// learn from.
public final class ModelTrial {

    private static final int HELD_OUT = 5;

    private final MissingTokens missing;
    private final String label;

    /// @param label the label's column
    public ModelTrial(MissingTokens missing, String label) {
        this.missing = missing;
        this.label = label;
    }

    /// How well a model does; empty if there is no train, no such label or nothing to learn it from.
    public Optional<ModelQuality> on(ProcessedData data) {
        Dataset train = data.splits().get(Split.TRAIN);
        if (train == null || !train.schema().has(label)) {
            return Optional.empty();
        }
        TableFigures figures = TableFigures.of("train", train, missing);
        Optional<Target> target = figures.column(label).flatMap(Target::of);
        Features features = new Features(figures, label);
        if (target.isEmpty() || features.size() == 0) {
            return Optional.empty();
        }
        Model model = new Model(features, target.get());
        Dataset val = data.splits().get(Split.VAL);
        if (val != null && val.schema().columns().containsAll(train.schema().columns())) {
            model.over(train, _ -> true, model::learn);
            model.over(val, _ -> true, model::score);
            return Optional.of(model.quality("val"));
        }
        model.over(train, row -> !isHeldOut(row), model::learn);
        model.over(train, ModelTrial::isHeldOut, model::score);
        return Optional.of(model.quality("every fifth row of train, which the fits had seen"));
    }

    private static boolean isHeldOut(long row) {
        return row % HELD_OUT == HELD_OUT - 1;
    }

    /// The columns' figures and the model on their way.
    private final class Model {

        private final Features features;
        private final Target target;
        private final OnlineLearner learner;
        private final RegressionScore regression = new RegressionScore();
        private final ClassificationScore classification = new ClassificationScore();
        private long learned;

        Model(Features features, Target target) {
            this.features = features;
            this.target = target;
            this.learner =
                    target.isClass() ? new LogisticRegression(features.size()) : new LinearRegression(features.size());
        }

        private interface RowUse {

            void accept(double[] features, double label);
        }

        /// Goes over the rows of a dataset whose label is known.
        ///
        /// @param chosen by the number of the row, from 0
        void over(Dataset dataset, LongPredicate chosen, RowUse use) {
            Set<Integer> positions = features.positions(dataset, label);
            double[] values = new double[features.size()];
            long[] rows = {0};
            DatasetScan.over(
                    dataset,
                    positions,
                    block -> {
                        overBlock(dataset, block, rows[0], chosen, values, use);
                        rows[0] += block.rows();
                    });
        }

        private void overBlock(
                Dataset dataset, Block block, long first, LongPredicate chosen, double[] values, RowUse use) {
            Features.Rows rows = features.of(dataset, block);
            Column labels = block.column(dataset.schema().position(label));
            for (int row = 0; row < block.rows(); row++) {
                double known = chosen.test(first + row) ? target.of(labels, row) : Double.NaN;
                if (!Double.isNaN(known)) {
                    rows.read(row, values);
                    use.accept(values, known);
                }
            }
        }

        void learn(double[] values, double known) {
            learner.learn(values, known);
            learned++;
        }

        void score(double[] values, double known) {
            double predicted = learner.predict(values);
            if (target.isClass()) {
                classification.add(known, predicted);
            } else {
                regression.add(known, predicted);
            }
        }

        ModelQuality quality(String scoredOn) {
            boolean classes = target.isClass();
            ClassificationScore.Area area = classification.area();
            return new ModelQuality(
                    classes ? "classification" : "regression",
                    label,
                    features.names(),
                    learned,
                    scoredOn,
                    classes ? classification.rows() : regression.rows(),
                    classes ? null : regression.rmse(),
                    classes ? null : regression.rSquared(),
                    classes ? area.value() : null,
                    classes ? area.error() : null,
                    classes ? classification.logLoss() : null,
                    classes ? classification.accuracy() : null);
        }
    }
}
