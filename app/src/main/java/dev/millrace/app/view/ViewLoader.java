package dev.millrace.app.view;

import javafx.fxml.FXMLLoader;
import javafx.scene.Parent;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Map;
import java.util.Objects;
import java.util.ResourceBundle;
import java.util.function.Supplier;

/// Loads views. Controllers come from suppliers, so that they have constructors and final fields.
public final class ViewLoader {

    private final ResourceBundle texts;
    private final Map<Class<?>, Supplier<?>> controllers;

    /// @param controllers how to make each controller
    public ViewLoader(ResourceBundle texts, Map<Class<?>, Supplier<?>> controllers) {
        this.texts = texts;
        this.controllers = Map.copyOf(controllers);
    }

    /// A view and its controller.
    public record Loaded<C>(Parent root, C controller) {}

    /// Loads a view.
    ///
    /// @param controller the class that the view names as its controller
    public <C> Loaded<C> load(View view, Class<C> controller) {
        URL url = Objects.requireNonNull(ViewLoader.class.getResource(view.path()), view.path());
        FXMLLoader loader = new FXMLLoader(url, texts);
        loader.setControllerFactory(this::controller);
        try {
            Parent root = loader.load();
            return new Loaded<>(root, controller.cast(loader.getController()));
        } catch (IOException broken) {
            throw new UncheckedIOException(view.path(), broken);
        }
    }

    private Object controller(Class<?> type) {
        Supplier<?> supplier = controllers.get(type);
        if (supplier == null) {
            throw new IllegalStateException("no supplier for the controller " + type.getName());
        }
        return supplier.get();
    }
}
