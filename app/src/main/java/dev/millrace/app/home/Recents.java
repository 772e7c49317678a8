package dev.millrace.app.home;

import dev.millrace.app.settings.SettingsViewModel;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntSupplier;
import java.util.prefs.Preferences;

/// The last opened paths, newest first, kept in the platform's preferences.
public final class Recents {

    private static final int MOST_EVER = SettingsViewModel.MOST_RECENTS;
    private static final String KEY = "recent.";

    private final Preferences preferences;
    private final IntSupplier most;

    /// @param most how many are kept
    public Recents(Preferences preferences, IntSupplier most) {
        this.preferences = preferences;
        this.most = most;
    }

    public List<Path> paths() {
        List<Path> paths = new ArrayList<>();
        for (int i = 0; i < most.getAsInt(); i++) {
            String path = preferences.get(KEY + i, "");
            if (!path.isEmpty()) {
                paths.add(Path.of(path));
            }
        }
        return paths;
    }

    /// Puts a path first.
    public void add(Path path) {
        List<Path> paths = paths();
        Path absolute = path.toAbsolutePath();
        paths.remove(absolute);
        paths.addFirst(absolute);
        store(paths.stream().limit(most.getAsInt()).toList());
    }

    public void remove(Path path) {
        List<Path> paths = paths();
        paths.remove(path);
        store(paths);
    }

    private void store(List<Path> paths) {
        for (int i = 0; i < MOST_EVER; i++) {
            if (i < paths.size()) {
                preferences.put(KEY + i, paths.get(i).toString());
            } else {
                preferences.remove(KEY + i);
            }
        }
    }
}
