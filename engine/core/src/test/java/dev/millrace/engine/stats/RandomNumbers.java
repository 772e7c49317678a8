package dev.millrace.engine.stats;

import java.util.Random;

/// Finite doubles of every kind: whole numbers, decimals, neighbours of one another, subnormals, and any bits at all.
final class RandomNumbers {

    private RandomNumbers() {}

    static double[] of(Random random, int count) {
        int kind = random.nextInt(6);
        double[] numbers = new double[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = next(random, kind == 5 ? random.nextInt(5) : kind);
        }
        return numbers;
    }

    private static double next(Random random, int kind) {
        return switch (kind) {
            case 0 -> random.nextInt(-20, 20);
            case 1 -> random.nextInt(-100_000, 100_000) / 100.0;
            case 2 -> Double.longBitsToDouble(Double.doubleToLongBits(1.0) + random.nextInt(300));
            case 3 -> (random.nextBoolean() ? 1 : -1) * Double.MIN_VALUE * random.nextInt(1000);
            default -> anyBits(random);
        };
    }

    private static double anyBits(Random random) {
        double number = Double.longBitsToDouble(random.nextLong());
        return Double.isFinite(number) ? number : random.nextDouble();
    }
}
