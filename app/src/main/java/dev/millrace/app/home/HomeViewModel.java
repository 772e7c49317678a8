package dev.millrace.app.home;

import dev.millrace.app.background.Background;
import dev.millrace.app.background.Latest;
import dev.millrace.app.project.Project;
import dev.millrace.app.project.ProjectState;
import dev.millrace.app.project.ProjectViewModel;
import dev.millrace.sample.SampleProject;

import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// What can be opened: the sample, and what was open before.
public final class HomeViewModel {

    private final ProjectViewModel project;
    private final Recents recents;
    private final Path sampleFolder;
    private final Latest looking;
    private final ObservableList<Recent> shown = FXCollections.observableArrayList();
    private final ObservableList<Recent> seen = FXCollections.unmodifiableObservableList(shown);

    /// @param sampleFolder where the sample project is copied to
    public HomeViewModel(ProjectViewModel project, Recents recents, Path sampleFolder, Background background) {
        this.project = project;
        this.recents = recents;
        this.sampleFolder = sampleFolder;
        this.looking = background.latest();
        project.stateProperty().subscribe(this::remember);
    }

    /// Newest first.
    public ObservableList<Recent> recents() {
        return seen;
    }

    /// Copies the sample project, if it is not there yet, and opens its recipe.
    public void openSample() {
        project.open(sampleFolder.resolve(SampleProject.RECIPE), () -> new SampleProject().copyTo(sampleFolder));
    }

    public void open(Path path) {
        project.open(path);
    }

    /// Forgets a recent path; the files stay.
    public void forget(Recent recent) {
        recents.remove(recent.path());
        look();
    }

    private void remember(ProjectState state) {
        if (state instanceof ProjectState.Open(Project open, _)) {
            recents.add(open.opened());
        }
        look();
    }

    /// Looks which recent paths are still there. On a network drive that may take a while, so in the background.
    private void look() {
        List<Path> paths = recents.paths();
        looking.submit(
                () -> paths.stream().map(path -> new Recent(path, Files.exists(path))).toList(),
                shown::setAll,
                _ -> shown.setAll(paths.stream().map(path -> new Recent(path, false)).toList()));
    }
}
