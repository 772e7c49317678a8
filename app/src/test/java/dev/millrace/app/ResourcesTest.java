package dev.millrace.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.app.data.ShardCondition;
import dev.millrace.app.history.Standing;
import dev.millrace.app.palette.Goal;
import dev.millrace.app.recipe.Card;
import dev.millrace.app.recipe.Template;
import dev.millrace.app.results.Section;
import dev.millrace.app.results.Verdict;
import dev.millrace.app.run.RunState;
import dev.millrace.app.run.TileFilter;
import dev.millrace.app.run.TileState;
import dev.millrace.app.shell.Light;
import dev.millrace.app.shell.Place;
import dev.millrace.app.text.Texts;
import dev.millrace.app.theme.Theme;
import dev.millrace.app.view.View;
import dev.millrace.engine.plan.Pass;
import dev.millrace.engine.profile.ColumnProfile;
import dev.millrace.engine.recipe.Mode;
import dev.millrace.engine.results.ArtifactTable;
import dev.millrace.engine.results.Heading;
import dev.millrace.engine.run.RunEvent;
import dev.millrace.engine.settings.NamesColumn;
import dev.millrace.engine.strategy.sample.AllocationRule;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Views, texts and code name the same things.
class ResourcesTest {

    private static final Path SOURCES = Path.of("src", "main", "java");
    private static final Pattern FXML_KEY = Pattern.compile("\"%([\\w.]+)\"");
    private static final Pattern CODE_KEY = Pattern.compile("\"([a-z]\\w*(?:\\.\\w+)+)\"");
    private static final Pattern STYLE = Pattern.compile("styleClass=\"([^\"]+)\"");
    private static final List<Class<? extends Enum<?>>> WORDS =
            List.of(
                    Place.class,
                    Light.class,
                    Theme.class,
                    RunState.class,
                    TileState.class,
                    TileFilter.class,
                    AllocationRule.class,
                    Mode.class,
                    Pass.Kind.class,
                    ShardCondition.class,
                    ColumnProfile.Type.class,
                    Goal.Kind.class,
                    Card.Kind.class,
                    Card.State.class,
                    Template.class,
                    NamesColumn.Usual.class,
                    Verdict.class,
                    Section.class,
                    Standing.class,
                    RunEvent.Outcome.class,
                    ArtifactTable.Kind.class,
                    Heading.Kind.class);

    private final Set<String> keys = new TreeSet<>(new Texts(TestWiring.LOCALE).bundle().keySet());

    @Test
    void everyViewHasAFileAndEveryFileAView() throws Exception {
        Set<String> files = new TreeSet<>();
        fxml().forEach(file -> files.add(String.valueOf(file.getFileName())));
        Set<String> views = new TreeSet<>();
        Arrays.stream(View.values())
                .forEach(view -> views.add(view.path().substring(view.path().lastIndexOf('/') + 1)));
        assertThat(files).isEqualTo(views);
    }

    @Test
    void everyTextOfAViewIsInTheBundle() throws Exception {
        assertThat(keys).containsAll(viewKeys());
    }

    @Test
    void noViewHasATextOfItsOwn() throws Exception {
        Set<String> texts = new TreeSet<>();
        fxml().forEach(file -> texts.addAll(found(file, Pattern.compile("\\btext=\"([^%\"][^\"]*)\""))));
        assertThat(texts).isEmpty();
    }

    @Test
    void everyWordHasAText() {
        assertThat(keys).containsAll(wordKeys());
    }

    @Test
    void noTextIsUnused() throws Exception {
        Set<String> used = new TreeSet<>(viewKeys());
        used.addAll(wordKeys());
        used.addAll(codeKeys());
        assertThat(keys).isSubsetOf(used);
    }

    @Test
    void everyTextThatTheCodeAsksForIsInTheBundle() throws Exception {
        Pattern asked = Pattern.compile("texts\\.of\\(\\s*\"([\\w.]+)\"");
        Set<String> missing = new TreeSet<>();
        sources().forEach(file -> missing.addAll(found(file, asked)));
        missing.removeAll(keys);
        assertThat(missing).isEmpty();
    }

    @Test
    void everyStyleOfAViewIsInAStylesheet() throws Exception {
        String css = css();
        Set<String> missing = new TreeSet<>();
        fxml().forEach(file ->
                found(file, STYLE).stream()
                        .flatMap(classes -> Arrays.stream(classes.split(",\\s*")))
                        .filter(style -> !Set.of("accent", "flat", "danger", "button-icon", "striped").contains(style))
                        .filter(style -> !css.contains("." + style))
                        .forEach(missing::add));
        assertThat(missing).isEmpty();
    }

    private static Set<String> viewKeys() throws Exception {
        Set<String> found = new TreeSet<>();
        fxml().forEach(file -> found.addAll(found(file, FXML_KEY)));
        return found;
    }

    private static Set<String> codeKeys() throws IOException {
        Set<String> found = new TreeSet<>();
        sources().forEach(file -> found.addAll(found(file, CODE_KEY)));
        return found;
    }

    private static Set<String> wordKeys() {
        Set<String> found = new TreeSet<>();
        WORDS.forEach(type ->
                Arrays.stream(type.getEnumConstants())
                        .forEach(constant -> found.add(type.getSimpleName() + "." + constant.name())));
        Arrays.stream(Template.values())
                .forEach(template -> found.add("recipe.template." + template.name().toLowerCase(TestWiring.LOCALE)));
        Arrays.stream(NamesColumn.Usual.values())
                .filter(kind -> kind != NamesColumn.Usual.ANY)
                .forEach(kind -> found.add("recipe.column." + kind));
        return found;
    }

    private static Stream<Path> sources() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
        }
    }

    private static Stream<Path> fxml() throws IOException, URISyntaxException {
        return files("fxml");
    }

    private static String css() throws IOException, URISyntaxException {
        StringBuilder all = new StringBuilder();
        files("css").forEach(file -> all.append(read(file)));
        return all.toString();
    }

    private static Stream<Path> files(String name) throws IOException, URISyntaxException {
        try (Stream<Path> files = Files.list(folder(name))) {
            return files.toList().stream();
        }
    }

    private static Path folder(String name) throws URISyntaxException {
        URL url = ResourcesTest.class.getResource("/dev/millrace/ui/" + name);
        if (url.getProtocol().equals("jar")) {
            return Path.of("..", "ui-resources", "src", "main", "resources", "dev", "millrace", "ui", name);
        }
        return Path.of(url.toURI());
    }

    private static Set<String> found(Path file, Pattern pattern) {
        Set<String> found = new TreeSet<>();
        Matcher matcher = pattern.matcher(read(file));
        while (matcher.find()) {
            found.add(matcher.group(1));
        }
        return found;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
