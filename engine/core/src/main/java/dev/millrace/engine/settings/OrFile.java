package dev.millrace.engine.settings;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// A setting that may be a text in place of its value: the path of a JSON file, relative to the recipe. The file's
/// content takes the text's place when the recipe is read, so that the recipe of a run tells all that went into it.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface OrFile {}
