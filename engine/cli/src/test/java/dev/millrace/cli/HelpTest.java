package dev.millrace.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.OptionSpec;

import java.util.List;

class HelpTest {

    @Test
    void theHelpNamesEveryCommandAndExitCode() {
        Cli.Outcome help = Cli.run("--help");

        assertThat(help.exitCode()).isZero();
        assertThat(help.err()).isEmpty();
        assertThat(help.out()).contains("run ", "plan ", "generate ", "  130   cancelled", "Examples:");
    }

    @ParameterizedTest
    @ValueSource(strings = {"run", "plan", "generate", "benchmark"})
    void theHelpOfACommandNamesItsOptionsWithExamplesAndExitCodes(String name) {
        Cli.Outcome help = Cli.run(name, "--help");

        CommandLine command = Millrace.commandLine().getSubcommands().get(name);
        List<String> options = command.getCommandSpec().options().stream().map(OptionSpec::longestName).toList();
        assertThat(help.exitCode()).isZero();
        assertThat(help.out())
                .startsWith("Usage: millrace " + name)
                .contains(options)
                .contains("Exit codes:", "  millrace " + name + " ");
    }

    @Command(name = "added")
    static final class Added {}

    @Test
    void aCommandThatIsAddedHasHelpToo() {
        Cli.Outcome help = Cli.run(Millrace.commandLine().addSubcommand(new Added()), "added", "--help");

        assertThat(help.exitCode()).isZero();
        assertThat(help.out()).startsWith("Usage: millrace added").contains("--debug", "Exit codes:");
    }

    @Test
    void theHelpOfRunListsItsOptionsInGroups() {
        assertThat(Cli.run("run", "--help").out())
                .containsSubsequence(
                        "How it runs:",
                        "--mode",
                        "--workers",
                        "--memory",
                        "Where results go:",
                        "--output",
                        "--overwrite");
    }

    @Test
    void noHelpLineIsWiderThanATerminal() {
        assertThat(
                        List.of(
                                Cli.run("--help"),
                                Cli.run("run", "--help"),
                                Cli.run("generate", "--help"),
                                Cli.run("benchmark", "--help")))
                .flatMap(Cli.Outcome::lines)
                .allMatch(line -> line.length() <= 80);
    }

    @Test
    void theVersionIsOneLine() {
        Cli.Outcome version = Cli.run("--version");

        assertThat(version.exitCode()).isZero();
        assertThat(version.lines()).singleElement().asString().startsWith("Millrace ");
    }

    @Test
    void withoutACommandTheUsageIsShownAsAnError() {
        Cli.Outcome nothing = Cli.run();

        assertThat(nothing.exitCode()).isEqualTo(2);
        assertThat(nothing.out()).isEmpty();
        assertThat(nothing.err()).startsWith("Usage: millrace");
    }

    @Test
    void aMisspeltCommandIsAnErrorThatSuggestsTheNearestOne() {
        Cli.Outcome outcome = Cli.run("rum", "recipe.json");

        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(outcome.err()).startsWith("error: ").contains("'rum'", "millrace run", "Try 'millrace --help'");
    }

    @Test
    void aMisspeltOptionIsAnErrorThatSuggestsTheNearestOne() {
        Cli.Outcome outcome = Cli.run("run", "recipe.json", "--overwrit");

        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(outcome.err()).contains("'--overwrit'", "--overwrite", "Try 'millrace run --help'");
    }

    @Test
    void aMissingRecipeIsAnError() {
        Cli.Outcome outcome = Cli.run("run");

        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(outcome.err()).startsWith("error: Missing required parameter: 'RECIPE'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--mode=fast", "--workers=-1", "--workers=1025", "--workers=two", "--memory=-5"})
    void anUnusableValueIsAnErrorThatNamesItsOption(String option) {
        Cli.Outcome outcome = Cli.run("run", "recipe.json", option);

        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(outcome.err())
                .startsWith("error: Invalid value for option '" + option.substring(0, option.indexOf('=')) + "'");
    }
}
