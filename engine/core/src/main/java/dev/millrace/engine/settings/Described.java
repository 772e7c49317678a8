package dev.millrace.engine.settings;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// What a form says of a setting, or of a whole record of settings.
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.RECORD_COMPONENT, ElementType.TYPE})
public @interface Described {

    /// What a person calls it, such as `Train ratio`.
    String title();

    /// What it does, in a sentence or two.
    String help() default "";

    /// What a number counts, such as `rows`.
    String unit() default "";
}
