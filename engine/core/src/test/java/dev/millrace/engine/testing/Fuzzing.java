package dev.millrace.engine.testing;

import com.sun.management.ThreadMXBean;

import dev.millrace.engine.problem.EngineException;
import dev.millrace.engine.problem.Problem;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

/// Feeds a parser with damaged inputs. Whatever they are, it must end: with a result, or with one of our own errors
/// that has a place, a finding and a remedy; never with another exception, never after minutes, and never at the cost
/// of much memory.
///
/// `-Dmillrace.fuzz=1000000` feeds so many inputs in place of the usual number and prints what became of them,
/// `-Dmillrace.fuzz.first=17` begins with case 17.
///
/// @param name of the parser, for messages
/// @param sound makes inputs to be damaged
/// @param words what the grammar gives a meaning to; characters stand for bytes
/// @param mostBytes no case may allocate more
public record Fuzzing(String name, Function<Random, byte[]> sound, List<String> words, long mostBytes) {

    /// Enough for the buffers of any parser, and far less than what a damaged size can ask for.
    public static final long USUAL_BYTES = 256 << 20;

    private static final int USUAL_CASES = 1500;
    private static final int CASES_AT_ONCE = 500;
    private static final int LIMIT_SECONDS = 120; // of so many cases, on a machine that is busy
    private static final int MOST_MESSAGE = 8000;

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    /// Parses an input and checks what must hold of every result.
    @FunctionalInterface
    public interface Parser {

        /// Parses an input.
        ///
        /// @param random for what else varies from case to case
        /// @throws EngineException if the input is refused
        void parse(byte[] input, Random random) throws IOException;
    }

    /// With the usual limit of memory.
    public Fuzzing(String name, Function<Random, byte[]> sound, List<String> words) {
        this(name, sound, words, USUAL_BYTES);
    }

    /// Runs the cases.
    public void feed(Parser parser) {
        long count = Long.getLong("millrace.fuzz", USUAL_CASES);
        long first = Long.getLong("millrace.fuzz.first", 1);
        long refused = 0;
        for (long from = first; from < first + count; from += CASES_AT_ONCE) {
            refused += feed(parser, from, Math.min(first + count, from + CASES_AT_ONCE));
        }
        if (count != USUAL_CASES) {
            System.out.println(name + ": " + count + " inputs, " + refused + " refused, none amiss");
        }
    }

    /// @return how many are refused
    private long feed(Parser parser, long from, long to) {
        AtomicLong current = new AtomicLong();
        CompletableFuture<Long> refused = new CompletableFuture<>();
        Thread feeder =
                Thread.ofPlatform()
                        .daemon()
                        .start(() -> {
                            try {
                                long count = 0;
                                for (long number = from; number < to; number++) {
                                    current.set(number);
                                    count += isRefused(parser, number) ? 1 : 0;
                                }
                                refused.complete(count);
                            } catch (Throwable failure) {
                                refused.completeExceptionally(failure);
                            }
                        });
        try {
            return refused.get(LIMIT_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException hang) {
            AssertionError error = new AssertionError(told(current.get()) + " hangs", hang);
            error.setStackTrace(feeder.getStackTrace());
            throw error;
        } catch (ExecutionException failure) {
            throw new AssertionError(failure.getCause().getMessage(), failure.getCause());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", stopped);
        }
    }

    private boolean isRefused(Parser parser, long number) {
        Random random = new Random(number * 0x9E3779B97F4A7C15L);
        byte[] input = Mutation.of(sound.apply(random), words, random);
        long before = THREADS.getCurrentThreadAllocatedBytes();
        boolean refused = false;
        try {
            parser.parse(input, random);
        } catch (EngineException told) {
            refused = true;
            requireHelp(told, number);
        } catch (Throwable foreign) {
            throw new AssertionError(
                    told(number)
                            + " ends with "
                            + foreign
                            + "; its input: "
                            + Base64.getEncoder().encodeToString(input),
                    foreign);
        }
        long allocated = THREADS.getCurrentThreadAllocatedBytes() - before;
        if (allocated > mostBytes) {
            throw new AssertionError(
                    told(number) + " allocates " + allocated + " bytes for an input of " + input.length);
        }
        return refused;
    }

    private void requireHelp(EngineException error, long number) {
        for (Problem problem : error.problems()) {
            boolean helps =
                    !problem.place().source().isBlank()
                            && !problem.finding().isBlank()
                            && !problem.remedy().isBlank()
                            && problem.message().length() < MOST_MESSAGE;
            if (!helps) {
                throw new AssertionError(told(number) + " is refused with: " + problem.message(), error);
            }
        }
    }

    private String told(long number) {
        return name + ", case " + number + " (-Dmillrace.fuzz=1 -Dmillrace.fuzz.first=" + number + ")";
    }
}
