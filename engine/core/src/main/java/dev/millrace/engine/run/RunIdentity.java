package dev.millrace.engine.run;

import dev.millrace.engine.dataset.Shard;
import dev.millrace.engine.json.Json;
import dev.millrace.engine.plan.Plan;
import dev.millrace.engine.problem.Place;
import dev.millrace.engine.problem.StorageException;
import dev.millrace.engine.recipe.Recipe;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/// What makes two runs the same: equal recipes, engines and inputs give equal results.
final class RunIdentity {

    /// Settings that change how a run is executed, never what comes out.
    private static final Set<String> WITHOUT_EFFECT =
            Set.of(
                    "/name",
                    "/output/overwrite",
                    "/run/workers",
                    "/run/memoryLimitMb",
                    "/run/blockKb",
                    "/run/rateLimitMb",
                    "/run/rateLimitRows",
                    "/run/retries");

    private RunIdentity() {}

    /// The first entry of the journal of a run that begins now.
    static JournalEntry.Begun of(Plan plan, String run, Instant now) {
        Recipe recipe = plan.recipe().resolved();
        return new JournalEntry.Begun(
                JournalFile.FORMAT,
                run,
                now,
                EngineVersion.current(),
                Json.parse(Json.document(recipe.json()), Place.of(recipe.name())),
                plan.dataset().shards().size(),
                inputs(plan));
    }

    private static List<JournalEntry.Fingerprint> inputs(Plan plan) {
        List<JournalEntry.Fingerprint> inputs = new ArrayList<>();
        for (Shard shard : plan.dataset().shards()) {
            inputs.add(fingerprint(plan.dataset().relativePath(shard), shard.file()));
        }
        Path model = plan.recipe().artifactsPath();
        if (model != null) {
            Stream.of(model, model.resolve(OutputFolder.MODEL))
                    .flatMap(folder -> filesIn(folder).stream())
                    .forEach(file -> inputs.add(fingerprint(file.toString(), file)));
        }
        Path signature = plan.recipe().datasetOptions().signature();
        if (signature != null) {
            inputs.add(fingerprint(signature.toString(), signature));
        }
        return inputs;
    }

    /// None if there is no such folder, which is told when the artifacts are loaded.
    private static List<Path> filesIn(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException failure) {
            throw StorageException.reading(folder, failure);
        }
    }

    private static JournalEntry.Fingerprint fingerprint(String path, Path file) {
        try {
            return new JournalEntry.Fingerprint(path, Files.size(file), Files.getLastModifiedTime(file).toInstant());
        } catch (IOException failure) {
            throw StorageException.reading(file, failure);
        }
    }

    /// How an unfinished run differs from one that would begin now, in words; empty if it can be resumed.
    static List<String> differences(JournalEntry.Begun unfinished, JournalEntry.Begun now) {
        List<String> differences = new ArrayList<>();
        if (unfinished.format() > JournalFile.FORMAT) {
            return List.of("its journal was written by a newer version (" + unfinished.engine() + ")");
        }
        if (!unfinished.engine().equals(now.engine())) {
            differences.add("it was begun by version " + unfinished.engine() + ", this is " + now.engine());
        }
        addDifferences(unfinished.recipe(), now.recipe(), "", differences);
        addDifferences(unfinished.inputs(), now.inputs(), differences);
        return differences;
    }

    private static void addDifferences(JsonNode then, JsonNode now, String pointer, List<String> differences) {
        if (then.equals(now) || WITHOUT_EFFECT.contains(pointer)) {
            return;
        }
        boolean sameShape = then.isArray() && now.isArray() && then.size() == now.size();
        if (then.isObject() && now.isObject()) {
            Set<String> names = new TreeSet<>();
            names.addAll(then.propertyNames());
            names.addAll(now.propertyNames());
            names.forEach(name -> addDifferences(then.path(name), now.path(name), pointer + "/" + name, differences));
        } else if (sameShape) {
            for (int i = 0; i < then.size(); i++) {
                addDifferences(then.get(i), now.get(i), pointer + "/" + i, differences);
            }
        } else {
            differences.add("recipe " + pointer + " was " + words(then) + " and is " + words(now));
        }
    }

    private static String words(JsonNode value) {
        return value.isMissingNode() ? "absent" : value.toString();
    }

    private static void addDifferences(
            List<JournalEntry.Fingerprint> then, List<JournalEntry.Fingerprint> now, List<String> differences) {
        Map<String, JournalEntry.Fingerprint> known = new HashMap<>();
        then.forEach(file -> known.put(file.path(), file));
        for (JournalEntry.Fingerprint file : now) {
            JournalEntry.Fingerprint before = known.remove(file.path());
            if (before == null) {
                differences.add(file.path() + " is new");
            } else if (before.bytes() != file.bytes()) {
                differences.add(file.path() + " had " + before.bytes() + " bytes and has " + file.bytes());
            } else if (!before.modified().equals(file.modified())) {
                differences.add(file.path() + " was changed at " + file.modified());
            }
        }
        then.stream()
                .filter(file -> known.containsKey(file.path()))
                .forEach(file -> differences.add(file.path() + " is gone"));
    }
}
