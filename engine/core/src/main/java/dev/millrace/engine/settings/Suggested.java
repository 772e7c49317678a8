package dev.millrace.engine.settings;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// The words that a form offers for a text, for the texts of a list, or for a choice that is narrower here than its
/// type. No rule: what is accepted says whoever checks the setting.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Suggested {
    String[] value();
}
