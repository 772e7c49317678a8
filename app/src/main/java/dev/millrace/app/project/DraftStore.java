package dev.millrace.app.project;

import dev.millrace.engine.problem.RecipeException;
import dev.millrace.engine.recipe.RecipeDocument;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Keeps what a person has changed and not saved, one file for each thing that can be opened, in a folder of the
/// program's. A draft is either as before or whole, and that of an earlier start is kept beside it as the old one.
/// Opens files; safe for any thread.
public final class DraftStore {

    private static final String OLD = ".old";
    private static final int NAME_BYTES = 12;

    private final Path folder;
    private final Set<Path> written = new HashSet<>(); // since the program started
    private long newest = Long.MIN_VALUE;

    /// @param folder made when it is needed
    public DraftStore(Path folder) {
        this.folder = folder;
    }

    /// Writes a draft, unless a newer one was written meanwhile.
    ///
    /// @param opened what it is a draft of
    /// @param number grows with every change
    public synchronized void keep(Path opened, RecipeDocument document, long number) throws IOException {
        if (number < newest) {
            return;
        }
        newest = number;
        Files.createDirectories(folder);
        if (written.add(opened)) {
            keepOld(opened);
        }
        WholeFile.write(file(opened, ""), document.bytes());
    }

    /// Drops a draft whose work is saved or not wanted. That of an earlier start becomes the old one.
    ///
    /// @param number grows with every change
    public synchronized void drop(Path opened, long number) throws IOException {
        newest = Math.max(newest, number);
        if (written.remove(opened)) {
            Files.deleteIfExists(file(opened, ""));
        } else {
            keepOld(opened);
        }
    }

    private void keepOld(Path opened) throws IOException {
        try {
            Files.move(file(opened, ""), file(opened, OLD), StandardCopyOption.REPLACE_EXISTING);
        } catch (NoSuchFileException first) {
            // nothing to keep
        }
    }

    /// The draft of something that is being opened, if it holds other work than what is saved, and newer.
    ///
    /// @param saved the recipe's file, null if there is none
    /// @param document what is saved
    public synchronized Optional<UnsavedWork> find(Path opened, @Nullable Path saved, RecipeDocument document)
            throws IOException {
        if (!Files.exists(file(opened, ""))) {
            return Optional.empty();
        }
        Instant since = saved == null ? Instant.EPOCH : Files.getLastModifiedTime(saved).toInstant();
        for (String ending : List.of("", OLD)) {
            Path draft = file(opened, ending);
            Optional<RecipeDocument> read = Files.exists(draft) ? read(draft) : Optional.empty();
            if (read.isPresent()) {
                Instant when = Files.getLastModifiedTime(draft).toInstant();
                boolean differs = when.isAfter(since) && !read.get().equals(document);
                return differs ? Optional.of(new UnsavedWork(read.get(), when)) : Optional.empty();
            }
        }
        return Optional.empty();
    }

    private static Optional<RecipeDocument> read(Path draft) throws IOException {
        byte[] bytes = Files.readAllBytes(draft);
        try {
            return bytes.length == 0 ? Optional.empty() : Optional.of(RecipeDocument.parse(bytes, draft.toString()));
        } catch (RecipeException half) {
            return Optional.empty(); // a draft that is no recipe helps nobody; the one before it may
        }
    }

    private Path file(Path opened, String ending) {
        try {
            byte[] path = opened.toAbsolutePath().normalize().toString().getBytes(StandardCharsets.UTF_8);
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(path);
            return folder.resolve(HexFormat.of().formatHex(hash, 0, NAME_BYTES) + ".draft.json" + ending);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
