package dev.millrace.cli;

import picocli.CommandLine;

/// The `millrace` command.
public final class Millrace {

    private Millrace() {}

    /// The command with its subcommands, ready to [execute][CommandLine#execute(String...)]. Commands that are added to
    /// it share its errors, `--help` and `--debug`.
    public static CommandLine commandLine() {
        CommandLine commandLine = new CommandLine(new RootCommand());
        commandLine.addSubcommand(new RunCommand());
        commandLine.addSubcommand(new PlanCommand());
        commandLine.addSubcommand(new CheckCommand());
        commandLine.addSubcommand(new VerifyCommand());
        commandLine.addSubcommand(new ReportCommand());
        commandLine.addSubcommand(new ProfileCommand());
        commandLine.addSubcommand(new BenchmarkCommand());
        commandLine.addSubcommand(new GenerateCommand());
        CommandErrors errors = new CommandErrors();
        return commandLine
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setUsageHelpAutoWidth(true)
                .setParameterExceptionHandler(errors)
                .setExecutionExceptionHandler(errors);
    }

    /// The command without the workbench.
    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }
}
