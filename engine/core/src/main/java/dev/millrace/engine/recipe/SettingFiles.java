package dev.millrace.engine.recipe;

import dev.millrace.engine.json.DocumentFile;
import dev.millrace.engine.json.Json;
import dev.millrace.engine.problem.DataException;
import dev.millrace.engine.problem.Place;
import dev.millrace.engine.problem.ResourceException;
import dev.millrace.engine.problem.StorageException;
import dev.millrace.engine.settings.OrFile;
import dev.millrace.engine.settings.SettingsReader;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/// Puts the content of files in the place of their paths, for settings that are declared [OrFile].
///
/// @param folder what the paths are relative to
/// @param mistakes told of files that cannot be read
record SettingFiles(Path folder, SettingsReader.Mistakes mistakes) {

    private static final int MOST_MEBIBYTES = 256;

    /// Changes the settings of one strategy.
    ///
    /// @return whether every file was read
    boolean include(ObjectNode settings, String pointer, Class<? extends Record> type) {
        boolean sound = true;
        for (RecordComponent component : type.getRecordComponents()) {
            JsonNode value = settings.path(component.getName());
            if (component.isAnnotationPresent(OrFile.class) && value.isString()) {
                sound &= include(settings, component.getName(), pointer, value.stringValue());
            }
        }
        return sound;
    }

    private boolean include(ObjectNode settings, String name, String pointer, String path) {
        Path file;
        try {
            file = folder.resolve(path);
        } catch (InvalidPathException unusable) {
            report(pointer + "/" + name, "'" + path + "' is no path");
            return false;
        }
        try {
            settings.set(name, Json.parse(DocumentFile.bytes(file, MOST_MEBIBYTES), Place.of(file)));
            return true;
        } catch (IOException failure) {
            report(pointer + "/" + name, StorageException.reading(file, failure).problems().getFirst().message());
        } catch (DataException | ResourceException malformed) {
            report(pointer + "/" + name, malformed.problems().getFirst().message());
        }
        return false;
    }

    private void report(String pointer, String message) {
        String finding = message.endsWith(".") ? message.substring(0, message.length() - 1) : message;
        mistakes.add(pointer, finding, "A text here is the path of a JSON file, relative to the recipe");
    }
}
