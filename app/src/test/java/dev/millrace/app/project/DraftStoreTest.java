package dev.millrace.app.project;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.engine.recipe.RecipeDocument;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

class DraftStoreTest {

    private static final RecipeDocument SAVED = document("{\"name\": \"saved\"}");
    private static final RecipeDocument EDITED = document("{\"name\": \"edited\"}");
    private static final RecipeDocument LATER = document("{\"name\": \"later\"}");

    @TempDir Path folder;

    private Path recipe;
    private DraftStore drafts;

    private static RecipeDocument document(String json) {
        return RecipeDocument.parse(json.getBytes(StandardCharsets.UTF_8), "test");
    }

    @BeforeEach
    void saveARecipe() throws IOException {
        recipe = Files.write(folder.resolve("a.millrace.json"), SAVED.bytes());
        Files.setLastModifiedTime(recipe, FileTime.from(Instant.EPOCH.plusSeconds(60)));
        drafts = new DraftStore(folder.resolve("drafts"));
    }

    private Optional<RecipeDocument> found() throws IOException {
        return nextStart().find(recipe, recipe, SAVED).map(UnsavedWork::document);
    }

    private Path draft() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("drafts"))) {
            return files.filter(file -> file.toString().endsWith(".json")).findFirst().orElseThrow();
        }
    }

    @Test
    void unsavedWorkIsFoundByTheNextStart() throws IOException {
        assertThat(found()).isEmpty();
        drafts.keep(recipe, EDITED, 1);
        assertThat(found()).contains(EDITED);
    }

    @Test
    void whatIsSavedOrOlderIsNotOffered() throws IOException {
        drafts.keep(recipe, SAVED, 1);
        assertThat(found()).as("the same").isEmpty();
        drafts.keep(recipe, EDITED, 2);
        Files.setLastModifiedTime(draft(), FileTime.from(Instant.EPOCH.plusSeconds(30)));
        assertThat(found()).as("older than the file").isEmpty();
    }

    private DraftStore nextStart() {
        return new DraftStore(folder.resolve("drafts"));
    }

    @Test
    void draftOfASavedRecipeIsDeleted() throws IOException {
        drafts.keep(recipe, EDITED, 1);
        drafts.drop(recipe, 2);
        assertThat(folder.resolve("drafts")).isEmptyDirectory();
    }

    @Test
    void draftThatIsNotWantedIsKeptAsTheOldOneButNotOffered() throws IOException {
        drafts.keep(recipe, EDITED, 1);
        nextStart().drop(recipe, 1);
        assertThat(found()).isEmpty();
        try (Stream<Path> files = Files.list(folder.resolve("drafts"))) {
            assertThat(files.toList()).singleElement().asString().endsWith(".old");
        }
    }

    @Test
    void oneBeforeIsTakenIfTheLastIsHalfWritten() throws IOException {
        drafts.keep(recipe, EDITED, 1);
        nextStart().keep(recipe, LATER, 1);
        Files.writeString(draft(), "{\"name\": \"la");
        assertThat(found()).contains(EDITED);
        Files.writeString(draft(), "");
        assertThat(found()).contains(EDITED);
    }

    @Test
    void slowOlderWriteDoesNotReplaceANewerOne() throws IOException {
        drafts.keep(recipe, LATER, 2);
        drafts.keep(recipe, EDITED, 1);
        assertThat(found()).contains(LATER);
    }
}
