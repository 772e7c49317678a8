package dev.millrace.lab.statistics;

import java.util.Arrays;

/// The Universal Scalability Law (Gunther 1993, 2007): with N workers the time is T(N) = T₁ · (1 + σ·(N − 1) + κ·N·(N −
/// 1)) / N. It is linear in T₁, T₁σ and T₁κ, so that least squares under the condition that none is negative are found
/// by trying which of them are zero.
///
/// @param oneWorker T₁, the time of one worker
/// @param serial σ, the share that only one can do at a time
/// @param crosstalk κ, the share of keeping each other informed
/// @param counts how many different numbers of workers it rests on; below 3 the crosstalk is taken as 0 (Amdahl)
/// @param rSquared share of the variance of times that the law explains; 1 when nothing varies
public record ScalabilityFit(double oneWorker, double serial, double crosstalk, int counts, double rSquared) {

    /// Fits the law.
    ///
    /// @param workers how many, for each measured time
    /// @throws IllegalArgumentException if all numbers of workers are the same
    public static ScalabilityFit of(int[] workers, double[] times) {
        int counts = (int) Arrays.stream(workers).distinct().count();
        if (counts < 2) {
            throw new IllegalArgumentException("the law needs two numbers of workers at least, found " + counts);
        }
        double[][] terms = new double[workers.length][];
        for (int i = 0; i < workers.length; i++) {
            double n = workers[i];
            terms[i] = new double[] {1 / n, (n - 1) / n, n - 1};
        }
        double[] best = {Double.NaN, 0, 0};
        double bestResidual = Double.POSITIVE_INFINITY;
        int choices = counts < 3 ? 2 : 4;
        for (int choice = 0; choice < choices; choice++) {
            double[] found = LeastSquares.solve(terms, times, new boolean[] {true, (choice & 1) != 0, choice > 1});
            double residual = residual(terms, times, found);
            if (found[0] > 0 && found[1] >= 0 && found[2] >= 0 && residual < bestResidual) {
                best = found;
                bestResidual = residual;
            }
        }
        double total = Samples.variance(times) * (times.length - 1);
        double rSquared = total == 0 ? 1 : 1 - bestResidual / total;
        return new ScalabilityFit(best[0], best[1] / best[0], best[2] / best[0], counts, rSquared);
    }

    private static double residual(double[][] terms, double[] times, double[] factors) {
        double residual = 0;
        for (int i = 0; i < times.length; i++) {
            double error = times[i];
            for (int k = 0; k < factors.length; k++) {
                error -= factors[k] * terms[i][k];
            }
            residual += error * error;
        }
        return residual;
    }

    /// The time with some workers.
    public double time(double n) {
        return oneWorker * (1 + serial * (n - 1) + crosstalk * n * (n - 1)) / n;
    }

    /// How many times as fast as one worker.
    public double speedup(double n) {
        return oneWorker / time(n);
    }

    /// The number of workers from which on more of them make it slower; infinite without crosstalk.
    public double peakWorkers() {
        return crosstalk == 0 ? Double.POSITIVE_INFINITY : Math.sqrt(Math.max(0, 1 - serial) / crosstalk);
    }
}
