package dev.millrace.lab.learn;

/// Linear regression with squared loss: `SGDRegressor(penalty=None, eta0=0.01, power_t=0.25, shuffle=False)`.
public final class LinearRegression implements OnlineLearner {

    private final GradientDescent descent;

    public LinearRegression(int features) {
        descent = new GradientDescent(features, 0.01, 0.25);
    }

    @Override
    public void learn(double[] features, double target) {
        descent.step(features, descent.margin(features) - target);
    }

    @Override
    public double predict(double[] features) {
        return descent.margin(features);
    }

    /// The weight of each feature.
    public double[] weights() {
        return descent.weights();
    }

    public double intercept() {
        return descent.intercept();
    }
}
