package dev.millrace.engine.strategy;

import dev.millrace.engine.json.Json;
import dev.millrace.engine.problem.Place;

import tools.jackson.databind.JsonNode;

import java.util.List;

/// The artifact files of a fit, as a later job finds them.
record SavedFiles(List<ArtifactFile> files) implements ArtifactSource {

    @Override
    public byte[] read(String name) {
        return files.stream().filter(file -> file.name().equals(name)).findFirst().orElseThrow().content();
    }

    @Override
    public JsonNode document(String name) {
        return Json.parse(read(name + ".json"), Place.of(name + ".json"));
    }
}
