package dev.millrace.app.text;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/// The words of the user interface, by key.
public final class Texts {

    private static final String BUNDLE = "dev.millrace.ui.i18n.messages";

    private final ResourceBundle bundle;
    private final Locale locale;

    public Texts(Locale locale) {
        this.bundle = ResourceBundle.getBundle(BUNDLE, locale);
        this.locale = locale;
    }

    /// The bundle, for `%key` in FXML.
    public ResourceBundle bundle() {
        return bundle;
    }

    /// A sentence with its values filled in as [MessageFormat] does.
    public String of(String key, Object... values) {
        return new MessageFormat(bundle.getString(key), locale).format(values);
    }

    /// The word for a constant, by the key `Type.CONSTANT`.
    public String of(Enum<?> constant) {
        return of(constant.getDeclaringClass().getSimpleName() + "." + constant.name());
    }
}
