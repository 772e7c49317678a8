package dev.millrace.lab.learn;

/// Weights and intercept on their way down.
final class GradientDescent {

    private final double[] weights;
    private final double rate;
    private final double power;
    private double intercept;
    private long steps;

    /// @param rate η₀
    /// @param power p
    GradientDescent(int features, double rate, double power) {
        this.weights = new double[features];
        this.rate = rate;
        this.power = power;
    }

    double margin(double[] features) {
        double margin = 0;
        for (int i = 0; i < weights.length; i++) {
            margin += weights[i] * features[i];
        }
        return margin + intercept;
    }

    /// Takes a step against the gradient of the loss by the margin.
    void step(double[] features, double gradient) {
        steps++;
        double change = -rate / Math.pow((double) steps, power) * gradient;
        for (int i = 0; i < weights.length; i++) {
            weights[i] += change * features[i];
        }
        intercept += change;
    }

    double[] weights() {
        return weights.clone();
    }

    double intercept() {
        return intercept;
    }
}
