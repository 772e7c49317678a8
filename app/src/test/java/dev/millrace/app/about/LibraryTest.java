package dev.millrace.app.about;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/// The list of libraries that the build makes is understood.
class LibraryTest {

    @Test
    void aLineHasLicencesNameAndVersionAndTheListIsByName() {
        Stream<String> lines =
                Stream.of(
                        "",
                        "Lists of 2 third-party dependencies.",
                        "     (MIT) oshi (jpms) (com.example:oshi:7.5.0 - https://example.org/a_(b))",
                        "     (Apache-2.0) (LGPL, version 2.1 (or newer)) JNA (net.java:jna:5.1 -"
                                + " https://example.org)");
        assertThat(Library.listed(lines))
                .containsExactly(
                        new Library("JNA", "5.1", "Apache-2.0, LGPL, version 2.1 (or newer)"),
                        new Library("oshi (jpms)", "7.5.0", "MIT"));
    }

    @Test
    void everyLibraryOfTheProgramIsListed() throws Exception {
        try (InputStream file = AboutViewModel.class.getResourceAsStream("THIRD-PARTY.txt")) {
            String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            List<Library> libraries = Library.listed(text.lines());
            assertThat(libraries).hasSameSizeAs(text.lines().filter(line -> line.contains(" - ")).toList());
            assertThat(libraries).anyMatch(each -> each.name().contains("javafx") && each.licence().contains("GPL"));
            assertThat(libraries).noneMatch(each -> each.licence().isBlank() || each.version().isBlank());
        }
    }
}
