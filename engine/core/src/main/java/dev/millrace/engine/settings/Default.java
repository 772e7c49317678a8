package dev.millrace.engine.settings;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// The value a setting has when the recipe does not name it, as JSON: `0.01`, `"1"`, `true`. A component that has no
/// default and is not nullable is required; one whose type is a record defaults to that record's own defaults.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Default {
    String value();
}
