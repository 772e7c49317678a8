package dev.millrace.performance;

import dev.millrace.performance.peers.PeersCommand;

import org.openjdk.jmh.Main;

import picocli.CommandLine;
import picocli.CommandLine.Command;

import java.io.IOException;
import java.util.Arrays;

/// The benchmarks' command line: `peers`, or `kernels` with the arguments of JMH.
@Command(
        name = "millrace-performance",
        description = "Measures Millrace. 'kernels ARGUMENTS…' runs the JMH benchmarks.",
        mixinStandardHelpOptions = true,
        subcommands = PeersCommand.class)
public final class Performance {

    private Performance() {}

    public static void main(String[] arguments) throws IOException {
        if (arguments.length > 0 && arguments[0].equals("kernels")) {
            Main.main(Arrays.copyOfRange(arguments, 1, arguments.length));
            return;
        }
        System.exit(
                new CommandLine(new Performance())
                        .setCaseInsensitiveEnumValuesAllowed(true)
                        .setUsageHelpAutoWidth(true)
                        .execute(arguments));
    }
}
