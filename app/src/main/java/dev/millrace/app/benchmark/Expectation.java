package dev.millrace.app.benchmark;

import dev.millrace.app.run.MeasuredRates;
import dev.millrace.engine.recipe.Mode;
import dev.millrace.lab.measure.MeasuredRun;
import dev.millrace.lab.measure.Side;
import dev.millrace.lab.result.BenchmarkSettings;

import java.util.List;
import java.util.OptionalDouble;

/// How long a benchmark will take: as earlier runs took in processes of their own if there were any on these data, else
/// as fast as runs in the window were or are assumed to be.
///
/// @param seconds of all runs
/// @param rests what it rests on
record Expectation(int runs, double seconds, Rests rests) {

    private static final double START_SECONDS = 1; // of a JVM and a plan

    /// What an expectation rests on.
    enum Rests {
        EARLIER_BENCHMARK,
        MEASURED_RUN,
        ASSUMPTION
    }

    static Expectation of(
            BenchmarkStarter.Outlook outlook,
            BenchmarkSettings settings,
            MeasuredRates rates,
            List<MeasuredRun> earlier,
            int processors) {
        double round = 0;
        Rests rests = Rests.EARLIER_BENCHMARK;
        for (Side side : settings.compared()) {
            OptionalDouble took =
                    earlier.stream()
                            .filter(run -> run.counts() && run.side().mode() == side.mode())
                            .filter(run -> run.side().fraction() == 1)
                            .mapToDouble(MeasuredRun::seconds)
                            .average();
            OptionalDouble rate = rates.ofWorker(side.mode(), outlook.type());
            double workers = workers(side, outlook.shards(), processors);
            double perWorker = rate.orElse(MeasuredRates.ASSUMED);
            double assumed = START_SECONDS + outlook.bytesToRead() / perWorker / workers;
            round += took.orElse(assumed) * side.fraction();
            if (took.isEmpty()) {
                rests = rate.isPresent() && rests != Rests.ASSUMPTION ? Rests.MEASURED_RUN : Rests.ASSUMPTION;
            }
        }
        double each = round / settings.compared().size();
        return new Expectation(outlook.runs(), each * outlook.runs(), rests);
    }

    private static double workers(Side side, int shards, int processors) {
        if (side.mode() == Mode.BATCH) {
            return 1;
        }
        int wanted = side.workers() > 0 ? side.workers() : processors;
        return Math.max(1, Math.min(wanted, shards));
    }
}
