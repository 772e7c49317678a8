package dev.millrace.engine.run;

import dev.millrace.engine.dataset.Split;
import dev.millrace.engine.json.DocumentFile;
import dev.millrace.engine.json.Json;
import dev.millrace.engine.problem.Place;
import dev.millrace.engine.problem.Problem;
import dev.millrace.engine.problem.StorageException;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What lies in an output folder before a run. Looks only; changes nothing.
///
/// @param root the folder
/// @param leftovers files under temporary names, which a killed run left
/// @param foreign names in the folder that no run of ours accounts for
/// @param links symbolic links where our files and folders lie
/// @param files what an earlier run's manifest accounts for, relative to the folder; empty if there is none
/// @param unfinished the journal of a run that did not finish
record EarlierResults(
        Path root,
        List<Path> leftovers,
        List<String> foreign,
        List<Path> links,
        Set<String> files,
        Optional<JournalFile> unfinished) {

    private static final int MOST_MANIFEST_MEBIBYTES = 1 << 10;

    /// Names that a run may have given: a manifest that lists anything else does not make it ours to remove.
    private static final Pattern OWN_FILE =
            Pattern.compile(ownFolders() + "(/(?!\\.{1,2}(/|$))[^/\\\\\\p{Cntrl}]+){1,2}|" + splits() + "\\.[a-z.]+");

    private static final Set<String> OF_EVERY_RUN =
            Set.of(
                    OutputFolder.SUCCESS,
                    OutputFolder.MANIFEST,
                    OutputFolder.RECIPE,
                    OutputFolder.EVENTS,
                    OutputFolder.JOURNAL);

    /// Looks at a folder, which need not exist.
    ///
    /// @throws StorageException if it cannot be listed
    static EarlierResults in(Path root) {
        List<Path> leftovers = new ArrayList<>();
        List<String> foreign = new ArrayList<>();
        List<Path> links = new ArrayList<>();
        Optional<JournalFile> unfinished = JournalFile.read(OutputFolder.temporary(root.resolve(OutputFolder.JOURNAL)));
        Set<Path> committed = new HashSet<>();
        unfinished.ifPresent(journal ->
                journal.committed().stream()
                        .filter(EarlierResults::isNameOfARun)
                        .map(root::resolve)
                        .forEach(committed::add));
        Path manifest = root.resolve(OutputFolder.MANIFEST);
        boolean ours = Entry.isFile(manifest);
        if (Entry.behind(root) == Entry.FOLDER) {
            for (Path entry : entries(root)) {
                if (isLink(entry)) {
                    links.add(entry);
                }
                if (isLeftover(entry)) {
                    leftovers.add(entry);
                } else if (isOwnFolder(entry)) {
                    List<Path> inside = filesBelow(entry);
                    inside.stream().filter(EarlierResults::isLink).forEach(links::add);
                    inside.stream().filter(EarlierResults::isLeftover).forEach(leftovers::add);
                    if (!inside.stream().allMatch(file -> isOurs(file, committed))) {
                        foreign.add(name(entry));
                    }
                } else if (!committed.contains(entry)) {
                    foreign.add(name(entry));
                }
            }
        }
        return new EarlierResults(
                root,
                leftovers,
                ours ? List.of() : foreign,
                links,
                ours ? accountedFor(manifest) : Set.of(),
                unfinished);
    }

    /// Why a run is refused the folder; empty if it is not.
    ///
    /// @param place where the recipe names the folder
    Optional<Problem> refusal(boolean overwrite, Place place) {
        Entry found = Entry.behind(root);
        if (found != Entry.ABSENT && found != Entry.FOLDER) {
            return Optional.of(new Problem(place, "the output " + root + " is a file", "Name a folder in output.path"));
        }
        if (!links.isEmpty()) {
            return Optional.of(
                    new Problem(
                            place,
                            "the output folder " + root + " holds a symbolic link (" + links.getFirst() + ")",
                            "Remove the link, or choose another folder: links are not followed there"));
        }
        if (!foreign.isEmpty()) {
            String more = foreign.size() > 1 ? " and " + (foreign.size() - 1) + " more" : "";
            return Optional.of(
                    new Problem(
                            place,
                            "the output folder "
                                    + root
                                    + " is not empty and holds no results of Millrace ("
                                    + foreign.getFirst()
                                    + more
                                    + ")",
                            "Choose an empty or new folder"));
        }
        if (!files.isEmpty() && !overwrite) {
            return Optional.of(
                    new Problem(
                            place,
                            "the output folder " + root + " holds the results of an earlier run",
                            "Choose another folder, or set output.overwrite (on the command line --overwrite) to"
                                    + " replace them"));
        }
        return Optional.empty();
    }

    /// The files that a run may replace or remove, relative to the folder.
    Set<String> ours() {
        Set<String> ours = new TreeSet<>(files);
        unfinished.ifPresent(
                journal -> journal.committed().stream().filter(EarlierResults::isNameOfARun).forEach(ours::add));
        return ours;
    }

    /// Whether the last run in the folder finished.
    boolean finished() {
        return !files.isEmpty() && !Entry.isAbsent(root.resolve(OutputFolder.SUCCESS));
    }

    /// What a manifest lists, and what every run writes.
    private static Set<String> accountedFor(Path manifest) {
        try {
            JsonNode json = Json.parse(DocumentFile.bytes(manifest, MOST_MANIFEST_MEBIBYTES), Place.of(manifest));
            Set<String> files = new TreeSet<>(OF_EVERY_RUN);
            for (String list : List.of("outputs", "artifacts", "rejected")) {
                json.path(list)
                        .valueStream()
                        .map(entry -> entry.path("path").asString(""))
                        .filter(EarlierResults::isNameOfARun)
                        .forEach(files::add);
            }
            return files;
        } catch (IOException failure) {
            throw StorageException.reading(manifest, failure);
        }
    }

    private static boolean isNameOfARun(String path) {
        return OF_EVERY_RUN.contains(path) || OWN_FILE.matcher(path).matches();
    }

    private static boolean isLink(Path entry) {
        return Entry.at(entry) == Entry.LINK;
    }

    private static boolean isLeftover(Path entry) {
        return name(entry).startsWith(".") && name(entry).endsWith(OutputFolder.PARTIAL);
    }

    private static boolean isOurs(Path file, Set<Path> committed) {
        return isLeftover(file) || committed.contains(file) || file.endsWith(OutputFolder.LOCK);
    }

    private static boolean isOwnFolder(Path entry) {
        Stream<String> splits = Arrays.stream(Split.values()).map(Split::folder);
        Stream<String> others = Stream.of(OutputFolder.RUN, OutputFolder.MODEL, OutputFolder.REJECTED);
        return Entry.isFolder(entry) && Stream.concat(splits, others).anyMatch(name(entry)::equals);
    }

    private static String splits() {
        return Arrays.stream(Split.values()).map(Split::folder).collect(Collectors.joining("|", "(", ")"));
    }

    private static String ownFolders() {
        return "(" + splits() + "|" + OutputFolder.MODEL + "|" + OutputFolder.REJECTED + ")";
    }

    /// What is in one of our folders; `rejected` may have a folder for each split.
    private static List<Path> filesBelow(Path folder) {
        List<Path> files = new ArrayList<>();
        for (Path entry : entries(folder)) {
            boolean ofSplit = Entry.isFolder(entry) && Split.named(name(entry)).isPresent();
            files.addAll(ofSplit ? entries(entry) : List.of(entry));
        }
        return files;
    }

    private static String name(Path entry) {
        return String.valueOf(entry.getFileName());
    }

    private static List<Path> entries(Path folder) {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.sorted().toList();
        } catch (IOException failure) {
            throw StorageException.reading(folder, failure);
        }
    }
}
