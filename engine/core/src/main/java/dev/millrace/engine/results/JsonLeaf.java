package dev.millrace.engine.results;

import tools.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.List;

/// A value of a JSON document that holds no others, or an empty object or list.
///
/// @param pointer its place (RFC 6901)
record JsonLeaf(String pointer, JsonNode value) {

    /// Every leaf of a document, in order.
    static List<JsonLeaf> of(JsonNode root) {
        List<JsonLeaf> leaves = new ArrayList<>();
        collect("", root, leaves);
        return leaves;
    }

    private static void collect(String pointer, JsonNode node, List<JsonLeaf> leaves) {
        if (!node.isContainer() || node.isEmpty()) {
            leaves.add(new JsonLeaf(pointer, node));
        } else if (node.isObject()) {
            node.properties().forEach(entry -> collect(child(pointer, entry.getKey()), entry.getValue(), leaves));
        } else {
            for (int i = 0; i < node.size(); i++) {
                collect(pointer + "/" + i, node.path(i), leaves);
            }
        }
    }

    /// The pointer of a member of an object.
    static String child(String pointer, String key) {
        return pointer + "/" + key.replace("~", "~0").replace("/", "~1");
    }
}
