package dev.millrace.app.about;

import dev.millrace.app.background.Background;

import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/// What this program is.
public final class AboutViewModel {

    private static final String LIST = "THIRD-PARTY.txt"; // written by the build

    private final Callable<String> versionLine;
    private final Background background;
    private final Consumer<Throwable> failed;
    private final ReadOnlyStringWrapper version = new ReadOnlyStringWrapper("");
    private final ObservableList<Library> libraries = FXCollections.observableArrayList();

    private record Contents(String version, List<Library> libraries) {}

    /// @param versionLine says what `millrace --version` says
    /// @param failed is told when that or the list of libraries cannot be read
    public AboutViewModel(Callable<String> versionLine, Background background, Consumer<Throwable> failed) {
        this.versionLine = versionLine;
        this.background = background;
        this.failed = failed;
    }

    /// Version, commit, Java and system in one line; empty until it has been read.
    public ReadOnlyStringProperty versionProperty() {
        return version.getReadOnlyProperty();
    }

    /// The Java that the program runs in, and who made it.
    String java() {
        return System.getProperty("java.runtime.name")
                + " "
                + Runtime.version()
                + ", "
                + System.getProperty("java.vendor");
    }

    /// The system that the program runs on.
    String system() {
        return System.getProperty("os.name")
                + " "
                + System.getProperty("os.version")
                + ", "
                + System.getProperty("os.arch");
    }

    /// The libraries of the program, once they have been read.
    public ObservableList<Library> libraries() {
        return libraries;
    }

    /// Reads what is to be shown, the first time.
    public void open() {
        if (libraries.isEmpty()) {
            background.run(() -> new Contents(versionLine.call(), listed()), this::show, failed);
        }
    }

    private void show(Contents contents) {
        version.set(contents.version());
        libraries.setAll(contents.libraries());
    }

    private static List<Library> listed() throws IOException {
        InputStream list = Objects.requireNonNull(AboutViewModel.class.getResourceAsStream(LIST), LIST);
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(list, StandardCharsets.UTF_8))) {
            return Library.listed(lines.lines());
        }
    }
}
