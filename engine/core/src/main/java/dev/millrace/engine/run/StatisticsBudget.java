package dev.millrace.engine.run;

import static java.util.Objects.requireNonNull;

import dev.millrace.engine.problem.Place;
import dev.millrace.engine.problem.Problem;
import dev.millrace.engine.problem.ResourceException;
import dev.millrace.engine.strategy.Holding;

import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/// Keeps account of what the fits of a run hold in memory, in all workers and of all shards. When that comes near its
/// limit, the largest column is named; beyond it the run stops, before the heap is full. Safe for all workers.
final class StatisticsBudget {

    private static final double MUCH = 0.5;

    private final long limit;
    private final Clock clock;
    private final Consumer<RunEvent> events;
    private final AtomicLong total = new AtomicLong();
    private final Set<Account> accounts = new HashSet<>();
    private final Set<List<String>> warnedOf = new HashSet<>(); // strategy and column

    /// @param limit bytes that may be held
    /// @param events told of columns that take much of it
    StatisticsBudget(long limit, Clock clock, Consumer<RunEvent> events) {
        this.limit = limit;
        this.clock = clock;
        this.events = events;
    }

    /// An account for what one fit holds of one shard, or of all shards so far.
    Account open(String strategy) {
        Account account = new Account(strategy);
        synchronized (accounts) {
            accounts.add(account);
        }
        return account;
    }

    /// What one fit holds. Used by one thread at a time.
    final class Account implements AutoCloseable {

        private final String strategy;
        private volatile List<Holding> holdings = List.of();
        private long bytes;

        private Account(String strategy) {
            this.strategy = strategy;
        }

        /// Whether all fits together would hold so much that it is better to let go of what can be found again.
        boolean wouldBeMuch(List<Holding> now) {
            return total.get() + bytes(now) - bytes > limit * MUCH;
        }

        /// Replaces what it held before.
        ///
        /// @throws ResourceException if all fits together hold too much
        void holds(List<Holding> now) {
            long before = bytes;
            bytes = bytes(now);
            holdings = now;
            long all = total.addAndGet(bytes - before);
            if (all > limit * MUCH && bytes > before) {
                answer(all);
            }
        }

        /// Holds nothing any more.
        @Override
        public void close() {
            holds(List.of());
            synchronized (accounts) {
                accounts.remove(this);
            }
        }
    }

    private static long bytes(List<Holding> holdings) {
        return holdings.stream().mapToLong(Holding::bytes).sum();
    }

    private record Named(String strategy, Holding holding) {}

    private void answer(long all) {
        Named largest = largest();
        Holding holding = largest.holding();
        if (all > limit) {
            throw new ResourceException(
                    new Problem(
                            Place.of("strategy " + largest.strategy()).inColumn(holding.column()),
                            String.format(
                                    Locale.ROOT,
                                    "its %,d distinct values so far take %s, and the statistics of all columns %s;"
                                            + " they may take %s",
                                    holding.values(),
                                    mib(holding.bytes()),
                                    mib(all),
                                    mib(limit)),
                            "Leave the column out, choose a setting that does not count its values, or give the run"
                                    + " more memory (-Xmx, run.memoryLimitMb)"));
        }
        synchronized (accounts) {
            if (!warnedOf.add(List.of(largest.strategy(), holding.column()))) {
                return;
            }
        }
        events.accept(
                new RunEvent.StatisticsGrow(
                        clock.instant(), largest.strategy(), holding.column(), holding.values(), all, limit));
    }

    /// The largest holding of all.
    private Named largest() {
        Named largest = null;
        synchronized (accounts) {
            for (Account account : accounts) {
                for (Holding holding : account.holdings) {
                    if (largest == null || holding.bytes() > largest.holding().bytes()) {
                        largest = new Named(account.strategy, holding);
                    }
                }
            }
        }
        return requireNonNull(largest, "something is held");
    }

    private static String mib(long bytes) {
        return String.format(Locale.ROOT, "%.1f MiB", bytes / (double) (1 << 20));
    }
}
