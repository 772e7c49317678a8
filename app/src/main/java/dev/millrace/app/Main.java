package dev.millrace.app;

import dev.millrace.cli.Millrace;

import picocli.CommandLine;

/// The program: the command line, with the workbench as its subcommand `gui`. JavaFX is loaded for that one only.
public final class Main {

    private Main() {}

    public static void main(String[] arguments) {
        System.setProperty("java.awt.headless", "true"); // its pictures are wanted, not its windows
        int code = commandLine().execute(arguments);
        if (code != 0) {
            System.exit(code);
        }
    }

    static CommandLine commandLine() {
        CommandLine commandLine = Millrace.commandLine();
        commandLine.addSubcommand("gui", new GuiCommand());
        return commandLine;
    }
}
