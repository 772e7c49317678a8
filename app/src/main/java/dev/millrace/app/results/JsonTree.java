package dev.millrace.app.results;

import dev.millrace.app.text.Texts;

import javafx.collections.ObservableList;
import javafx.scene.control.TreeCell;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;

/// A JSON value, folded. What is folded has no nodes, so that the manifest of ten thousand shards opens at once.
final class JsonTree extends TreeView<JsonTree.Entry> {

    private final Texts texts;

    /// A value with its name.
    ///
    /// @param value text, boolean, number, list or map; null for JSON's null
    record Entry(String name, @Nullable Object value) {}

    JsonTree(Texts texts) {
        this.texts = texts;
        getStyleClass().add("json-tree");
        setCellFactory(_ -> new EntryCell());
    }

    /// Shows a value, its first level open.
    void show(String name, @Nullable Object value) {
        TreeItem<Entry> root = new Item(new Entry(name, value));
        root.setExpanded(true);
        setRoot(root);
    }

    private static boolean isFolded(@Nullable Object value) {
        return value instanceof Map<?, ?> || value instanceof List<?>;
    }

    /// Makes its children when it is opened.
    private static final class Item extends TreeItem<Entry> {

        private boolean filled;

        Item(Entry entry) {
            super(entry);
        }

        @Override
        public boolean isLeaf() {
            return !isFolded(getValue().value());
        }

        @Override
        public ObservableList<TreeItem<Entry>> getChildren() {
            if (!filled) {
                filled = true;
                fill();
            }
            return super.getChildren();
        }

        private void fill() {
            switch (getValue().value()) {
                case Map<?, ?> map -> map.forEach((key, value) -> add(String.valueOf(key), value));
                case List<?> list -> {
                    for (int i = 0; i < list.size(); i++) {
                        add(String.valueOf(i + 1), list.get(i));
                    }
                }
                case null, default -> {}
            }
        }

        private void add(String name, @Nullable Object value) {
            super.getChildren().add(new Item(new Entry(name, value)));
        }
    }

    private final class EntryCell extends TreeCell<Entry> {

        @Override
        protected void updateItem(@Nullable Entry entry, boolean empty) {
            super.updateItem(entry, empty);
            setText(empty || entry == null ? null : texts.of("results.json.entry", entry.name(), words(entry.value())));
        }

        private String words(@Nullable Object value) {
            return switch (value) {
                case Map<?, ?> map -> texts.of("results.json.object", map.size());
                case List<?> list when isShort(list) -> list.toString();
                case List<?> list -> texts.of("results.json.list", list.size());
                case String text -> "“" + text + "”";
                case null -> "null";
                default -> value.toString();
            };
        }

        private static boolean isShort(List<?> list) {
            return list.size() <= 4 && list.stream().noneMatch(JsonTree::isFolded) && list.toString().length() < 60;
        }
    }
}
