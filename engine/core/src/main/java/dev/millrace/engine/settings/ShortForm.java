package dev.millrace.engine.settings;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// On a settings record that is mostly written as the value of one of its components: whatever is no object, such as
/// `"median"`, is read as an object with just that component.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface ShortForm {

    /// The component's name.
    String value();
}
