package dev.millrace.lab.measure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.engine.recipe.Mode;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// What is put before a command on systems that offer this or that; whether it is held, `HarnessTest` asks a child.
class ConfinementTest {

    private static final Side LIMITED = Side.of(Mode.STREAMING, 0, 0, 256, 2, 1);
    private static final String HELD = "1073741824\n100000 100000\n";

    private static Confinement on(Function<List<String>, Optional<String>> system) {
        return new Confinement(system);
    }

    private static Function<List<String>, Optional<String>> printing(String limits, String... first) {
        return command ->
                command.subList(0, Math.min(first.length, command.size())).equals(List.of(first))
                        ? Optional.of(limits)
                        : Optional.empty();
    }

    @Test
    void aScopeOfThePersonsOwnManagerHoldsMemoryAndProcessorTime() {
        Confinement confinement = on(printing(HELD, "systemd-run", "--user", "--scope"));

        assertThat(confinement.prefix(LIMITED))
                .containsExactly(
                        "systemd-run",
                        "--user",
                        "--scope",
                        "--quiet",
                        "--property=MemoryMax=768M",
                        "--property=CPUQuota=200%");
        assertThat(confinement.prefix(Side.of(Mode.STREAMING))).isEmpty();
        assertThat(confinement.method()).contains("by a control group");
    }

    @Test
    void whoAdministersTheSystemIsGivenAScopeOfIt() {
        assertThat(on(printing(HELD, "systemd-run", "--scope", "--quiet")).prefix(LIMITED))
                .startsWith("systemd-run", "--scope", "--quiet", "--property=MemoryMax=768M");
    }

    @Test
    void aScopeThatIsMadeWithoutItsLimitsIsNotTrusted() {
        Confinement confinement = on(printing("1073741824\nmax 100000\n", "systemd-run"));

        assertThat(confinement.prefix(LIMITED)).isEmpty();
        assertThat(confinement.method()).endsWith("no control group, which this system does not offer");
    }

    @Test
    void aSystemWithoutAnyOfItLeavesLimitsToTheJvm() {
        Confinement confinement = on(_ -> Optional.empty());

        assertThat(confinement.prefix(LIMITED)).isEmpty();
        assertThat(confinement.method()).startsWith("heap by -Xmx, processors by -XX:ActiveProcessorCount;");
    }
}
