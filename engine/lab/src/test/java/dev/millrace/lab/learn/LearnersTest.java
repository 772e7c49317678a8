package dev.millrace.lab.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

import java.util.Arrays;

/// Against scikit-learn 1.9.1 on the same rows: the figures were computed once by `SGDRegressor(penalty=None,
/// eta0=0.01, power_t=0.25, shuffle=False, max_iter=1, tol=None)`, `SGDClassifier(loss="log_loss", penalty=None,
/// learning_rate="invscaling", eta0=0.1, power_t=0.25, shuffle=False, max_iter=1, tol=None)` and `sklearn.metrics`.
class LearnersTest {

    private static final int ROWS = 400;
    private static final int TRAINED = 300;

    @Test
    void linearRegressionLearnsWhatScikitLearnDoes() {
        LinearRegression learner = new LinearRegression(3);
        for (int row = 0; row < TRAINED; row++) {
            learner.learn(features(row), number(row));
        }
        RegressionScore score = new RegressionScore();
        for (int row = TRAINED; row < ROWS; row++) {
            score.add(number(row), learner.predict(features(row)));
        }

        assertThat(learner.weights())
                .containsExactly(
                        new double[] {0.7683039813631404, -0.5776809030345093, 0.0789708751031008}, within(1e-12));
        assertThat(learner.intercept()).isCloseTo(0.3157706544279002, within(1e-12));
        assertThat(score.rmse()).isCloseTo(1.1052075752909754, within(1e-12));
        assertThat(score.rSquared()).isCloseTo(0.6059138103223712, within(1e-12));
    }

    @Test
    void logisticRegressionLearnsWhatScikitLearnDoes() {
        LogisticRegression learner = new LogisticRegression(3);
        for (int row = 0; row < TRAINED; row++) {
            learner.learn(features(row), aClass(row));
        }
        ClassificationScore score = new ClassificationScore();
        for (int row = TRAINED; row < ROWS; row++) {
            score.add(aClass(row), learner.predict(features(row)));
        }

        assertThat(learner.weights())
                .containsExactly(
                        new double[] {1.2132672830841527, 0.05187168592673441, 0.25907851295052403}, within(1e-12));
        assertThat(learner.intercept()).isCloseTo(-0.192684181188845, within(1e-12));
        assertThat(score.area().value()).isCloseTo(0.8472727272727273, within(1e-12));
        assertThat(score.area().error()).isZero();
        assertThat(score.logLoss()).isCloseTo(0.520292088713083, within(1e-12));
        assertThat(score.accuracy()).isCloseTo(0.79, within(1e-12));
    }

    @Test
    void equalProbabilitiesCountHalf() {
        ClassificationScore score = new ClassificationScore();
        score.add(1, 0.7);
        score.add(1, 0.5);
        score.add(0, 0.5);
        score.add(0, 0.2);

        assertThat(score.area().value()).isEqualTo(3.5 / 4);
    }

    @Test
    void theAreaOfManyProbabilitiesIsNoFartherOffThanItSays() {
        ClassificationScore score = new ClassificationScore();
        double[] negatives = new double[1 << 17];
        for (int i = 0; i < negatives.length; i++) {
            negatives[i] = 0.5 + 0.4 * Math.sin(i * 0.37);
            score.add(0, negatives[i]);
            score.add(1, negatives[i] / 2 + 0.3);
        }
        double[] sorted = negatives.clone();
        Arrays.sort(sorted);
        double won = 0;
        for (double negative : negatives) {
            int found = Arrays.binarySearch(sorted, negative / 2 + 0.3);
            won += found < 0 ? -found - 1 : found + 0.5;
        }
        double area = won / negatives.length / negatives.length;

        assertThat(score.area().error()).isBetween(1e-9, 0.01);
        assertThat(score.area().value()).isCloseTo(area, within(score.area().error()));
    }

    private static double[] features(int row) {
        return new double[] {Math.sin(row * 0.7), Math.cos(row * 1.3), row * 37 % 101 / 50.0 - 1};
    }

    private static double number(int row) {
        double[] x = features(row);
        return 2 * x[0] - 1.5 * x[1] + 0.3 * x[2] + 0.5 + 0.1 * Math.sin(row * 5.1);
    }

    private static double aClass(int row) {
        double[] x = features(row);
        return x[0] + 0.5 * x[2] + 0.8 * Math.sin(row * 3.7) > 0.1 ? 1 : 0;
    }
}
