package dev.millrace.app.benchmark;

/// A range of round numbers around some values, and the steps between them.
record Scale(double low, double high, double step) {

    private static final int STEPS = 5;
    private static final double[] ROUND = {1, 2, 2.5, 5, 10};

    /// From 0.
    static Scale fromZero(double greatest) {
        return around(0, greatest > 0 ? greatest : 1);
    }

    static Scale around(double least, double greatest) {
        double wide = greatest > least ? greatest - least : 1;
        double rough = wide / STEPS;
        double power = Math.pow(10, Math.floor(Math.log10(rough)));
        double step = 10 * power;
        for (double each : ROUND) {
            if (each * power >= rough) {
                step = each * power;
                break;
            }
        }
        return new Scale(Math.floor(least / step) * step, Math.ceil((least + wide) / step + 0.05) * step, step);
    }

    /// Of logarithms to base 2, with 0 in it.
    static Scale ofRatios(double least, double greatest) {
        double low = Math.min(least, -0.1);
        double high = Math.max(greatest, 0.1);
        double wide = high - low;
        double step = wide > 6 ? 2 : wide > 2.5 ? 1 : wide > 1 ? 0.5 : 0.1;
        return new Scale(Math.floor(low / step) * step, Math.ceil(high / step) * step, step);
    }

    /// One place for each of some names, from 0.
    static Scale ofNames(int names) {
        return new Scale(-0.6, names - 0.4, 1);
    }
}
