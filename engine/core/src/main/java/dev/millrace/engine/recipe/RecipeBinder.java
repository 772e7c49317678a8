package dev.millrace.engine.recipe;

import dev.millrace.engine.problem.NearestName;
import dev.millrace.engine.problem.Problem;
import dev.millrace.engine.settings.Default;
import dev.millrace.engine.settings.NotEmpty;
import dev.millrace.engine.settings.Range;
import dev.millrace.engine.settings.SettingsReader;
import dev.millrace.engine.strategy.Strategies;
import dev.millrace.engine.strategy.StrategyType;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Makes a recipe of its JSON, section by section, so that a mistake in one does not hide those in another.
final class RecipeBinder {

    /// The key that switches a strategy off.
    static final String ENABLED = "enabled";

    private static final ObjectNode NOTHING = JsonNodeFactory.instance.objectNode();

    private final Strategies strategies;
    private final RecipePlaces places;
    private final Path folder;
    private final List<Problem> problems = new ArrayList<>();
    private final SettingsReader reader = new SettingsReader(this::addProblem);
    private final SettingFiles files;

    RecipeBinder(Strategies strategies, RecipePlaces places, Path folder) {
        this.strategies = strategies;
        this.places = places;
        this.folder = folder;
        this.files = new SettingFiles(folder, this::addProblem);
    }

    /// The document's keys. The sections are bound one by one.
    private record Document(
            @Range(min = Recipe.VERSION, max = Recipe.VERSION) int version,
            @Default("\"untitled\"") @NotEmpty String name,
            JsonNode dataset,
            @Default("\"training\"") Job job,
            @NotEmpty List<JsonNode> strategies,
            @Default("{}") JsonNode artifacts,
            JsonNode output,
            @Default("{}") JsonNode run) {}

    RecipeDraft bind(JsonNode root) {
        Optional<Document> document = reader.read(root, "", Document.class);
        Optional<DatasetSettings> dataset =
                section(root, "dataset", DatasetSettings.class)
                        .filter(found -> {
                            boolean isPath = isPath("/dataset/path", found.path()); // both, so that both are told of
                            return isPath("/dataset/signature", found.signature()) && isPath;
                        });
        Optional<ArtifactSettings> artifacts =
                section(root, "artifacts", ArtifactSettings.class)
                        .filter(found -> isPath("/artifacts/input", found.input()));
        Optional<OutputSettings> output =
                section(root, "output", OutputSettings.class).filter(found -> isPath("/output/path", found.path()));
        Optional<RunSettings> run = section(root, "run", RunSettings.class);
        dataset.ifPresent(found ->
                found.dialect()
                        .check((setting, finding, remedy) ->
                                addProblem("/dataset/dialect/" + setting, finding, remedy)));
        List<StrategyEntry> entries = new ArrayList<>();
        List<Integer> positions = new ArrayList<>(); // in the document, of each sound entry
        JsonNode list = root.path("strategies");
        for (int i = 0; i < list.size(); i++) {
            Optional<StrategyEntry> entry =
                    isOn(list.get(i), "/strategies/" + i)
                            ? strategy(list.get(i), "/strategies/" + i)
                            : Optional.empty();
            if (entry.isPresent()) {
                entries.add(entry.get());
                positions.add(i);
            }
        }
        Optional<Recipe> sound =
                dataset.map(found ->
                        new Recipe(
                                pointer -> places.of(inDocument(pointer, positions)),
                                folder,
                                document.map(Document::name).orElse("untitled"),
                                found,
                                document.map(Document::job).orElse(Job.TRAINING),
                                entries,
                                artifacts.orElse(new ArtifactSettings(null)),
                                output.orElse(OutputSettings.to("out")),
                                run.orElseGet(RunSettings::defaults)));
        return new RecipeDraft(sound, problems);
    }

    /// A section of the document; what is absent but required was reported with the document's keys.
    private <T extends Record> Optional<T> section(JsonNode root, String key, Class<T> type) {
        JsonNode node = root.get(key);
        boolean required = key.equals("dataset") || key.equals("output");
        if (node == null) {
            return required ? Optional.empty() : reader.read(NOTHING, "/" + key, type);
        }
        return reader.read(node, "/" + key, type);
    }

    /// Whether a strategy is switched on, which it is unless its key [#ENABLED] says no. One that is off is not looked
    /// at any further, so that it may be half done.
    private boolean isOn(JsonNode entry, String pointer) {
        JsonNode on = entry.path(ENABLED);
        if (on.isMissingNode() || on.isBoolean()) {
            return on.booleanValue(true);
        }
        addProblem(pointer + "/" + ENABLED, "found " + on + " where true or false is expected", "Change the value");
        return true;
    }

    private Optional<StrategyEntry> strategy(JsonNode node, String pointer) {
        JsonNode id = node.path("strategy");
        if (!(node instanceof ObjectNode object) || !id.isString()) {
            addProblem(
                    pointer,
                    "a strategy is an object with the key 'strategy'",
                    "Write { \"strategy\": \"" + strategies.ids().getFirst() + "\", … }");
            return Optional.empty();
        }
        Optional<StrategyType<?>> type = strategies.named(id.stringValue());
        if (type.isEmpty()) {
            addProblem(
                    pointer + "/strategy",
                    "there is no strategy '" + id.stringValue() + "'",
                    NearestName.remedy(id.stringValue(), strategies.ids()));
            return Optional.empty();
        }
        ObjectNode settings = object.deepCopy();
        settings.remove("strategy");
        settings.remove(ENABLED);
        if (!files.include(settings, pointer, type.get().settings())) {
            return Optional.empty();
        }
        return reader.read(settings, pointer, type.get().settings())
                .map(values -> new StrategyEntry(type.get(), values));
    }

    /// Whether a text is absent or can be a path; if not, that is reported.
    private boolean isPath(String pointer, @Nullable String text) {
        try {
            if (text != null) {
                folder.getFileSystem().getPath(text);
            }
            return true;
        } catch (InvalidPathException unusable) {
            addProblem(pointer, "'" + text + "' is no path: " + unusable.getReason(), "Name a file or folder");
            return false;
        }
    }

    private void addProblem(String pointer, String finding, String remedy) {
        problems.add(new Problem(places.of(pointer), finding, remedy));
    }

    /// A pointer into the list of sound strategies as a pointer into the document.
    private static String inDocument(String pointer, List<Integer> positions) {
        String prefix = "/strategies/";
        if (!pointer.startsWith(prefix)) {
            return pointer;
        }
        String[] parts = pointer.substring(prefix.length()).split("/", 2);
        int position = positions.get(Integer.parseInt(parts[0]));
        return prefix + position + (parts.length > 1 ? "/" + parts[1] : "");
    }
}
