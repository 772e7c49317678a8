package dev.millrace.engine.recipe;

import dev.millrace.engine.problem.NearestName;
import dev.millrace.engine.problem.Place;
import dev.millrace.engine.problem.Problem;
import dev.millrace.engine.problem.RecipeException;
import dev.millrace.engine.settings.Default;
import dev.millrace.engine.settings.NotEmpty;
import dev.millrace.engine.settings.Range;
import dev.millrace.engine.settings.SettingsReader;
import dev.millrace.engine.strategy.Strategies;
import dev.millrace.engine.strategy.StrategyType;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads recipe files. Reports every mistake at once, each with its line and the nearest known word.
public final class RecipeReader {

    private static final JsonMapper MAPPER = new JsonMapper();

    private final Strategies strategies;

    public RecipeReader(Strategies strategies) {
        this.strategies = strategies;
    }

    /// The document as its keys: what is bound before strategies are.
    private record Document(
            @Range(min = Recipe.VERSION, max = Recipe.VERSION) int version,
            @Default("\"untitled\"") @NotEmpty String name,
            DatasetSettings dataset,
            @Default("\"training\"") Job job,
            @NotEmpty List<JsonNode> strategies,
            ArtifactSettings artifacts,
            OutputSettings output,
            RunSettings run) {}

    /// @throws RecipeException if the file cannot be read or is no sound recipe
    public Recipe read(Path file) {
        byte[] document;
        try {
            document = Files.readAllBytes(file);
        } catch (NoSuchFileException absent) {
            throw new RecipeException(new Problem(Place.of(file), "there is no such file", "Check the recipe's path"));
        } catch (IOException failure) {
            throw new RecipeException(
                    new Problem(
                            Place.of(file),
                            "the recipe cannot be read: " + failure,
                            "Check that it is a file you may read"));
        }
        Path folder = Optional.ofNullable(file.toAbsolutePath().getParent()).orElse(Path.of(""));
        return parse(document, file.toString(), folder);
    }

    /// @param source what a person calls the document, for messages
    /// @param folder what its relative paths are relative to
    /// @throws RecipeException if it is no sound recipe
    public Recipe parse(byte[] document, String source, Path folder) {
        JsonLines lines;
        JsonNode root;
        try {
            lines = new JsonLines(document);
            root = MAPPER.readTree(document);
        } catch (JacksonException malformed) {
            long line = malformed.getLocation() == null ? 0 : malformed.getLocation().getLineNr();
            throw new RecipeException(
                    new Problem(
                            Place.of(source).atLine(Math.max(0, line)),
                            "not valid JSON: " + malformed.getOriginalMessage(),
                            "Mend the file there"));
        }
        List<Problem> problems = new ArrayList<>();
        SettingsReader reader =
                new SettingsReader((pointer, finding, remedy) ->
                        problems.add(new Problem(place(source, lines, pointer), finding, remedy)));
        Optional<Document> bound = reader.read(root, "", Document.class);
        bound.ifPresent(read ->
                read.dataset()
                        .dialect()
                        .check((setting, finding, remedy) ->
                                problems.add(
                                        new Problem(
                                                place(source, lines, "/dataset/dialect/" + setting),
                                                finding,
                                                remedy))));
        List<StrategyEntry> entries = new ArrayList<>();
        JsonNode list = root.path("strategies");
        for (int i = 0; i < list.size(); i++) {
            strategy(list.get(i), "/strategies/" + i, source, lines, reader, problems).ifPresent(entries::add);
        }
        if (!problems.isEmpty()) {
            throw new RecipeException(problems);
        }
        Document found = bound.orElseThrow();
        return new Recipe(
                pointer -> place(source, lines, pointer),
                folder,
                found.name(),
                found.dataset(),
                found.job(),
                entries,
                found.artifacts(),
                found.output(),
                found.run());
    }

    private Optional<StrategyEntry> strategy(
            JsonNode node,
            String pointer,
            String source,
            JsonLines lines,
            SettingsReader reader,
            List<Problem> problems) {
        JsonNode id = node.path("strategy");
        if (!(node instanceof ObjectNode object) || !id.isString()) {
            problems.add(
                    new Problem(
                            place(source, lines, pointer),
                            "a strategy is an object with the key 'strategy'",
                            "Write { \"strategy\": \"" + strategies.ids().getFirst() + "\", … }"));
            return Optional.empty();
        }
        Optional<StrategyType<?>> type = strategies.named(id.stringValue());
        if (type.isEmpty()) {
            problems.add(
                    new Problem(
                            place(source, lines, pointer + "/strategy"),
                            "there is no strategy '" + id.stringValue() + "'",
                            NearestName.remedy(id.stringValue(), strategies.ids())));
            return Optional.empty();
        }
        ObjectNode settings = object.deepCopy();
        settings.remove("strategy");
        return reader.read(settings, pointer, type.get().settings())
                .map(values -> new StrategyEntry(type.get(), values));
    }

    private static Place place(String source, JsonLines lines, String pointer) {
        return new Place(source, lines.of(pointer), null);
    }
}
