package dev.millrace.lab.learn;

/// A linear model that learns one row after the other by stochastic gradient descent, at the rate η₀ / t^p of its t-th
/// row ("inverse scaling" of scikit-learn's `SGDRegressor` and `SGDClassifier`, with `penalty=None`). Not thread-safe.
public sealed interface OnlineLearner permits LinearRegression, LogisticRegression {

    /// Takes in a row.
    ///
    /// @param target the label; 0 or 1 for classes
    void learn(double[] features, double target);

    /// What it expects of a row: the label, or the probability of 1.
    double predict(double[] features);
}
