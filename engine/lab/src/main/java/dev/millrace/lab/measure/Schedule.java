package dev.millrace.lab.measure;

import dev.millrace.engine.stats.SeededRandom;

import java.util.ArrayList;
import java.util.List;

/// The order of runs: in every round each side runs once, in an order drawn anew, so that what changes on the machine
/// meanwhile hits all sides alike. The first rounds warm up.
///
/// @param rounds the sides of each round, in their order
/// @param warmUps how many rounds are dropped
public record Schedule(List<List<Side>> rounds, int warmUps) {

    public Schedule {
        rounds = List.copyOf(rounds);
    }

    /// Draws an order.
    public static Schedule of(List<Side> sides, int warmUps, int counted, long seed) {
        SeededRandom random = SeededRandom.of(seed, "benchmark/order", "", 0);
        List<List<Side>> rounds = new ArrayList<>();
        for (int round = 0; round < warmUps + counted; round++) {
            List<Side> left = new ArrayList<>(sides);
            List<Side> order = new ArrayList<>();
            while (!left.isEmpty()) {
                order.add(left.remove((int) random.nextLong(left.size())));
            }
            rounds.add(order);
        }
        return new Schedule(rounds, warmUps);
    }
}
