package dev.millrace.app.guide;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.List;

/// The guide is what README says to those who use the program.
class GuideReaderTest {

    @Test
    void chaptersAreWhatStandsUnderHeadingsOfTheSecondLevel() {
        List<Chapter> chapters =
                GuideReader.chapters(
                        "# Name\n\nintroduction\n\n## First `one`\n\nSays *this*.\n\n### Part\n\n## Second\n");
        assertThat(chapters).extracting(Chapter::title).containsExactly("First \"one\"", "Second");
        assertThat(chapters.getFirst().words()).contains("says", "this", "part").doesNotContain("introduction");
    }

    @Test
    void aChapterForPeopleWithTheSourceIsLeftOut() {
        List<Chapter> chapters = GuideReader.chapters("## A\n\n<!-- not in the guide -->\n\nText.\n\n## B\n\nMore.\n");
        assertThat(chapters).extracting(Chapter::title).containsExactly("B");
    }

    @Test
    void aChapterIsFoundByWordsInAnyOrderAnywhereInIt() {
        Chapter chapter =
                GuideReader.chapters("## Memory\n\n| Setting | Unit |\n|---|---|\n| blockKb | KiB |\n").getFirst();
        assertThat(chapter.has(List.of("kib", "memory", "blockkb"))).isTrue();
        assertThat(chapter.has(List.of("kib", "workers"))).isFalse();
    }

    @Test
    void theGuideOfTheProgramTellsOfRecipesAndTroubles() throws Exception {
        List<Chapter> chapters = GuideReader.read();
        assertThat(chapters)
                .extracting(Chapter::title)
                .contains("The recipe", "The strategies", "When something is wrong", "Limits")
                .doesNotContain("Installation", "Where to read on");
        assertThat(chapters).allMatch(chapter -> !chapter.words().isBlank());
    }
}
