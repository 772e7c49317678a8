/// How a settings record becomes JSON and back: annotations on record components say defaults and ranges, and
/// [SettingsReader][dev.millrace.engine.settings.SettingsReader] reports every mistake at once.
@NullMarked
package dev.millrace.engine.settings;

import org.jspecify.annotations.NullMarked;
