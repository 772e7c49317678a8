package dev.millrace.lab.learn;

/// Logistic regression: `SGDClassifier(loss="log_loss", penalty=None, learning_rate="invscaling", eta0=0.1,
/// power_t=0.25, shuffle=False)`.
public final class LogisticRegression implements OnlineLearner {

    private final GradientDescent descent;

    public LogisticRegression(int features) {
        descent = new GradientDescent(features, 0.1, 0.25);
    }

    @Override
    public void learn(double[] features, double target) {
        descent.step(features, predict(features) - target);
    }

    @Override
    public double predict(double[] features) {
        return 1 / (1 + Math.exp(-descent.margin(features)));
    }

    /// The weight of each feature.
    public double[] weights() {
        return descent.weights();
    }

    public double intercept() {
        return descent.intercept();
    }
}
