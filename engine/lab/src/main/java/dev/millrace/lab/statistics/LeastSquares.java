package dev.millrace.lab.statistics;

/// Linear least squares of a few terms, by normal equations and Gaussian elimination with pivots.
final class LeastSquares {

    private LeastSquares() {}

    /// The factors of the terms.
    ///
    /// @param terms the value of each term at each point
    /// @param used which terms may have a factor other than 0
    /// @return a factor for each term; NaN in those that the points do not determine
    static double[] solve(double[][] terms, double[] values, boolean[] used) {
        int n = used.length;
        double[][] equations = new double[n][n + 1];
        for (int i = 0; i < n; i++) {
            for (int k = 0; k < n; k++) {
                equations[i][k] = used[i] && used[k] ? product(terms, i, k) : i == k ? 1 : 0;
            }
            equations[i][n] = used[i] ? product(terms, values, i) : 0;
        }
        for (int column = 0; column < n; column++) {
            eliminate(equations, column);
        }
        double[] factors = new double[n];
        for (int i = 0; i < n; i++) {
            factors[i] = equations[i][n] / equations[i][i];
        }
        return factors;
    }

    private static void eliminate(double[][] equations, int column) {
        int pivot = column;
        for (int row = column + 1; row < equations.length; row++) {
            pivot = Math.abs(equations[row][column]) > Math.abs(equations[pivot][column]) ? row : pivot;
        }
        double[] swapped = equations[column];
        equations[column] = equations[pivot];
        equations[pivot] = swapped;
        for (int row = 0; row < equations.length; row++) {
            if (row != column) {
                double factor = equations[row][column] / equations[column][column];
                for (int k = column; k <= equations.length; k++) {
                    equations[row][k] -= factor * equations[column][k];
                }
            }
        }
    }

    private static double product(double[][] terms, int first, int second) {
        double sum = 0;
        for (double[] point : terms) {
            sum += point[first] * point[second];
        }
        return sum;
    }

    private static double product(double[][] terms, double[] values, int term) {
        double sum = 0;
        for (int i = 0; i < values.length; i++) {
            sum += terms[i][term] * values[i];
        }
        return sum;
    }
}
