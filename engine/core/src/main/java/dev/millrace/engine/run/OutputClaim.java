package dev.millrace.engine.run;

import dev.millrace.engine.plan.Plan;
import dev.millrace.engine.problem.Place;
import dev.millrace.engine.problem.Problem;
import dev.millrace.engine.problem.RecipeException;
import dev.millrace.engine.problem.StorageException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A run's hold on its output folder: the folder locked, a journal begun or gone on with, and what an unfinished run
/// left there sorted into what is kept and what is discarded.
final class OutputClaim {

    private final OutputFolder folder;
    private final OutputLock lock;
    private final Journal journal;
    private final EarlierWork earlier;
    private final JournalEntry.Begun begun;
    private final List<Instant> resumed;
    private final List<String> warnings;

    private OutputClaim(
            OutputFolder folder,
            OutputLock lock,
            Journal journal,
            EarlierWork earlier,
            JournalEntry.Begun begun,
            List<Instant> resumed,
            List<String> warnings) {
        this.folder = folder;
        this.lock = lock;
        this.journal = journal;
        this.earlier = earlier;
        this.begun = begun;
        this.resumed = List.copyOf(resumed);
        this.warnings = List.copyOf(warnings);
    }

    /// Takes the folder of a plan: a new or empty one, one with the results of an earlier run that may be overwritten
    /// and stay in place until the new ones are whole, or one with an unfinished run.
    ///
    /// @param begun the run that asks; if it resumes another one it gets that one's id
    /// @param resume whether an unfinished run is gone on with
    /// @param control may cancel it
    /// @throws RecipeException if the folder holds something else, or an unfinished run that cannot be resumed
    /// @throws StorageException if it cannot be written to, its disk is too full, or another run has it
    static OutputClaim take(Plan plan, JournalEntry.Begun begun, boolean resume, RunControl control) {
        Path root = plan.recipe().outputPath();
        Place place = plan.recipe().places().of("/output/path");
        boolean overwrite = plan.recipe().output().overwrite();
        requireOurs(EarlierResults.in(root), overwrite, resume, place);
        OutputFolder folder = new OutputFolder(root, Set.of());
        try {
            folder.createFolders(OutputFolder.RUN);
            OutputLock lock = OutputLock.take(root.resolve(OutputFolder.LOCK), begun.at());
            try {
                EarlierResults earlier = EarlierResults.in(root); // again: now nobody else changes it
                requireOurs(earlier, overwrite, resume, place);
                return new Taking(plan, begun, folder, lock, earlier, control).take(resume, place);
            } catch (RuntimeException | IOException failure) {
                lock.close();
                throw failure;
            }
        } catch (IOException failure) {
            folder.removeEmptyFolders();
            throw StorageException.writing(root, failure);
        } catch (RuntimeException failure) {
            folder.removeEmptyFolders();
            throw failure;
        }
    }

    private static void requireOurs(EarlierResults earlier, boolean overwrite, boolean resume, Place place) {
        boolean goesOn = resume && earlier.unfinished().isPresent();
        earlier.refusal(overwrite || goesOn, place)
                .ifPresent(problem -> {
                    throw new RecipeException(problem);
                });
    }

    OutputFolder folder() {
        return folder;
    }

    Journal journal() {
        return journal;
    }

    /// What need not be done again.
    EarlierWork earlier() {
        return earlier;
    }

    /// The run that the journal is of.
    JournalEntry.Begun begun() {
        return begun;
    }

    /// When the run was gone on with, this time included.
    List<Instant> resumed() {
        return resumed;
    }

    /// What the user should know of what was found in the folder.
    List<String> warnings() {
        return warnings;
    }

    /// Lets go of the folder after the run was committed.
    void close() {
        lock.close();
    }

    /// Lets go of the folder after a failure. What is done stays for a run that resumes this one; nothing stays if that
    /// is nothing, or if no run could go on with it.
    ///
    /// @param resumable whether the same run, gone on with, may come to another end
    void release(boolean resumable) {
        try (journal) {
            if (resumable && journal.worthKeeping()) {
                folder.leave();
            } else {
                folder.abandon();
            }
        } finally {
            lock.close();
            folder.removeEmptyFolders();
        }
    }

    /// The steps of taking a folder that is locked.
    private record Taking(
            Plan plan,
            JournalEntry.Begun begun,
            OutputFolder opened,
            OutputLock lock,
            EarlierResults earlier,
            RunControl control) {

        OutputClaim take(boolean resume, Place place) throws IOException {
            List<String> warnings = new ArrayList<>();
            lock.deadHolder().ifPresent(who -> warnings.add("took the folder over from " + who + ", which is gone"));
            Optional<JournalFile> unfinished = earlier.unfinished();
            if (unfinished.isEmpty()) {
                return begin(warnings);
            }
            List<String> differences = RunIdentity.differences(unfinished.get().begun(), begun);
            if (resume && differences.isEmpty()) {
                return resume(unfinished.get(), warnings);
            }
            if (resume) {
                throw new RecipeException(
                        new Problem(
                                place,
                                "the unfinished run in " + opened.root() + " is another one: " + few(differences),
                                "Undo the change to resume it, or begin anew without resuming"));
            }
            if (unfinished.get().worthKeeping()) {
                boolean overwrite = plan.recipe().output().overwrite();
                if (differences.isEmpty() && !overwrite) {
                    throw new RecipeException(
                            new Problem(
                                    place,
                                    "the output folder " + opened.root() + " holds an unfinished run of this recipe",
                                    "Resume it (on the command line --resume), or set output.overwrite (--overwrite)"
                                            + " to begin anew"));
                }
                warnings.add(
                        "discarded an unfinished run of "
                                + unfinished.get().begun().at()
                                + (differences.isEmpty() ? "" : ", which was another one: " + few(differences)));
            }
            return begin(warnings);
        }

        private OutputClaim begin(List<String> warnings) throws IOException {
            opened.discard(earlier.leftovers());
            OutputFolder folder = opened.withOurs(earlier.ours());
            folder.createFolders(OutputFolder.RUN);
            requireSpace(plan.dataset().bytes());
            Path file = OutputFolder.temporary(folder.root().resolve(OutputFolder.JOURNAL));
            try {
                return begin(folder, Journal.begin(file, begun), warnings);
            } catch (RuntimeException | IOException failure) {
                folder.abandon();
                throw failure;
            }
        }

        private OutputClaim begin(OutputFolder folder, Journal journal, List<String> warnings) throws IOException {
            try {
                folder.forceFolders();
            } catch (RuntimeException | IOException failure) {
                journal.close();
                throw failure;
            }
            return new OutputClaim(folder, lock, journal, EarlierWork.none(), begun, List.of(), warnings);
        }

        private OutputClaim resume(JournalFile unfinished, List<String> warnings) {
            EarlierWork work = EarlierWork.of(unfinished, opened.root(), control);
            OutputFolder folder = opened.withOurs(earlier.ours());
            work.files().forEach(folder::keep);
            work.summaryFiles().forEach(folder::addScratch);
            folder.discard(leftoversBut(work, unfinished));
            Journal journal = Journal.resume(unfinished, new JournalEntry.Resumed(begun.at()));
            List<Instant> resumed = new ArrayList<>(unfinished.resumed());
            resumed.add(begun.at());
            return new OutputClaim(folder, lock, journal, work, unfinished.begun(), resumed, warnings);
        }

        private List<Path> leftoversBut(EarlierWork work, JournalFile journal) {
            Path root = opened.root();
            Set<Path> kept = new HashSet<>();
            kept.add(journal.file());
            kept.add(OutputFolder.temporary(root.resolve(OutputFolder.EVENTS)));
            work.files().forEach(file -> kept.add(OutputFolder.temporary(root.resolve(file))));
            work.summaryFiles().forEach(file -> kept.add(root.resolve(file)));
            return earlier.leftovers().stream().filter(file -> !kept.contains(file)).toList();
        }

        private void requireSpace(long bytesNeeded) throws IOException {
            long usable = Files.getFileStore(opened.root()).getUsableSpace();
            if (usable < bytesNeeded) {
                throw new StorageException(
                        new Problem(
                                Place.of(opened.root()),
                                "about "
                                        + bytes(bytesNeeded)
                                        + " will be written but only "
                                        + bytes(usable)
                                        + " are free",
                                "Free some space or choose another output folder"));
            }
        }

        private static String bytes(long bytes) {
            return bytes < 10L << 20 ? (bytes >> 10) + " KiB" : (bytes >> 20) + " MiB";
        }

        private static String few(List<String> differences) {
            int most = 3;
            String shown = String.join("; ", differences.subList(0, Math.min(most, differences.size())));
            return differences.size() <= most ? shown : shown + "; and " + (differences.size() - most) + " more";
        }
    }
}
