package dev.millrace.app;

import dev.millrace.app.view.Desktop;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A desktop that notes what it was asked, and answers as it was told.
public final class NotedDesktop implements Desktop {

    public final List<String> copied = new ArrayList<>();
    public final List<Path> shown = new ArrayList<>();
    public final List<String> noticed = new ArrayList<>();
    public boolean inFront = true;
    public Optional<Path> answer = Optional.empty();

    @Override
    public Optional<Path> chooseFolder(String title) {
        return answer;
    }

    @Override
    public Optional<Path> chooseRecipe(String title) {
        return answer;
    }

    @Override
    public Optional<Path> chooseTarget(String title, Path proposed) {
        return answer;
    }

    @Override
    public Optional<Path> chooseReport(String title, Path proposed) {
        return answer;
    }

    @Override
    public void show(Path folder) {
        shown.add(folder);
    }

    @Override
    public boolean isInFront() {
        return inFront;
    }

    @Override
    public void notify(String title, String text) {
        noticed.add(title + ": " + text);
    }

    @Override
    public void copy(String text) {
        copied.add(text);
    }
}
