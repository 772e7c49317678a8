package dev.millrace.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.Map;

class GuiCommandTest {

    private static boolean hasDisplay(String system, Map<String, String> environment, Map<String, String> properties) {
        return GuiCommand.hasDisplay(system, environment, properties::get);
    }

    @Test
    void linuxHasADisplayIfTheEnvironmentNamesOne() {
        assertThat(hasDisplay("Linux", Map.of(), Map.of())).isFalse();
        assertThat(hasDisplay("Linux", Map.of("DISPLAY", ""), Map.of())).isFalse();
        assertThat(hasDisplay("Linux", Map.of("DISPLAY", ":0"), Map.of())).isTrue();
        assertThat(hasDisplay("Linux", Map.of("WAYLAND_DISPLAY", "wayland-0"), Map.of())).isTrue();
    }

    @Test
    void otherSystemsAlwaysHaveOne() {
        assertThat(hasDisplay("Windows 11", Map.of(), Map.of())).isTrue();
        assertThat(hasDisplay("Mac OS X", Map.of(), Map.of())).isTrue();
    }

    @Test
    void headlessPlatformHasNone() {
        assertThat(hasDisplay("Linux", Map.of("DISPLAY", ":0"), Map.of("glass.platform", "Headless"))).isFalse();
    }
}
