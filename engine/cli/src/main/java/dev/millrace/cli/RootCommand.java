package dev.millrace.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

import java.io.PrintWriter;
import java.util.concurrent.Callable;

/// `millrace` alone, and what all its subcommands share.
@Command(
        name = "millrace",
        scope = ScopeType.INHERIT,
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Preprocesses sharded tabular datasets as a JSON recipe says.",
        synopsisSubcommandLabel = "COMMAND",
        abbreviateSynopsis = true,
        sortOptions = false,
        parameterListHeading = "%nParameters:%n",
        optionListHeading = "%nOptions:%n",
        commandListHeading = "%nCommands:%n",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "  0:done",
            "  1:the run failed: storage, memory, or a fault in Millrace",
            "  2:wrong usage, or a recipe that does not fit its dataset",
            "  3:bad data, such as a row with too few cells",
            "130:cancelled"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  millrace generate data --rows 1M --recipe fraud.millrace.json",
            "  millrace plan fraud.millrace.json",
            "  millrace run fraud.millrace.json --mode streaming --workers 4",
            "",
            "'millrace COMMAND --help' tells more of a command."
        })
final class RootCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(names = "--debug", scope = ScopeType.INHERIT, description = "Print the stack trace of an error.")
    private boolean debug;

    /// Whether `--debug` was given, before or after the subcommand.
    static boolean isDebug(CommandLine command) {
        return command.getCommandSpec().root().userObject() instanceof RootCommand root && root.debug;
    }

    @Override
    public Integer call() {
        PrintWriter err = spec.commandLine().getErr();
        spec.commandLine().usage(err, spec.commandLine().getColorScheme());
        return ExitCode.USAGE;
    }
}
