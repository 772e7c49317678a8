package dev.millrace.engine.settings;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// A setting that names a column of the dataset, a list of columns, or a map from columns to something.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface NamesColumn {

    /// The columns that a form offers first; others are accepted too.
    Usual value() default Usual.ANY;

    /// A kind of column.
    enum Usual {
        ANY,
        /// Columns of numbers.
        NUMERICAL,
        /// Columns of a few texts or numbers that repeat.
        CATEGORICAL,
        /// Columns of texts, most of them different.
        TEXT
    }
}
