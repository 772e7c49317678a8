package dev.millrace.engine.parquet;

import dev.millrace.engine.problem.DataException;
import dev.millrace.engine.problem.EngineException;
import dev.millrace.engine.problem.Place;
import dev.millrace.engine.problem.Problem;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.Path;

/// The one place where failures of the Parquet library become ours. On damaged files it throws nearly anything, from
/// NullPointerException to StackOverflowError; whatever it is, the shard is at fault, not the engine.
final class Damage {

    private static final String REMEDY = "Write the file again, or take it out of the dataset";

    private Damage() {}

    /// Something that calls the library.
    @FunctionalInterface
    interface Decoding<T> {

        T run() throws IOException;
    }

    /// Runs what calls the library. The files' own reads report storage failures as [EngineException], so that every
    /// IOException here is about content.
    static <T> T guard(Place place, Decoding<T> decoding) {
        try {
            return decoding.run();
        } catch (EngineException told) {
            throw told;
        } catch (OutOfMemoryError exhausted) {
            throw new DataException(
                    new Problem(
                            place,
                            "decoding asks for more memory than there is; its sizes may be damaged",
                            REMEDY + ", or raise -Xmx if it is sound"),
                    exhausted);
        } catch (IOException | RuntimeException | LinkageError | StackOverflowError failure) {
            throw new DataException(
                    new Problem(place, "the Parquet content is damaged or not supported: " + reason(failure), REMEDY),
                    failure);
        }
    }

    static DataException of(Place place, String finding) {
        return new DataException(new Problem(place, finding, REMEDY));
    }

    /// A place in a shard.
    ///
    /// @param rowGroup counted from 0; -1 if the file as a whole is meant
    static Place place(Path file, int rowGroup, @Nullable String column) {
        Place place = rowGroup < 0 ? Place.of(file) : Place.of(file + ", row group " + (rowGroup + 1));
        return column == null ? place : place.inColumn(column);
    }

    private static String reason(Throwable failure) {
        String message = failure.getMessage();
        String name = failure.getClass().getSimpleName();
        if (message == null || message.isBlank()) {
            return name;
        }
        String line = message.lines().findFirst().orElse("").strip();
        return name + " (" + (line.length() > 200 ? line.substring(0, 200) + " …" : line) + ")";
    }
}
