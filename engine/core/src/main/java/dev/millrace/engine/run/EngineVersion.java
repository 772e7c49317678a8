package dev.millrace.engine.run;

import java.util.Optional;

/// The version of the engine, from its jar.
public final class EngineVersion {

    private EngineVersion() {}

    /// Such as `0.1.0`; `development` when it runs from classes.
    public static String current() {
        return Optional.ofNullable(EngineVersion.class.getPackage().getImplementationVersion()).orElse("development");
    }
}
