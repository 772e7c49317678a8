package dev.millrace.cli;

import dev.millrace.engine.run.EngineVersion;

import picocli.CommandLine.IVersionProvider;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;

/// What `--version` prints: version, the commit it was built from if that is known, and the Java it runs in.
final class Version implements IVersionProvider {

    private static final String COMMIT_FILE = "commit.properties"; // written by the build, see pom.xml

    @Override
    public String[] getVersion() throws IOException {
        return new String[] {
            "Millrace "
                    + EngineVersion.current()
                    + " ("
                    + commit()
                    + "Java "
                    + Runtime.version()
                    + ", "
                    + System.getProperty("os.name")
                    + " "
                    + System.getProperty("os.arch")
                    + ")"
        };
    }

    private static String commit() throws IOException {
        Properties built = new Properties();
        try (InputStream file = Version.class.getResourceAsStream(COMMIT_FILE)) {
            if (file != null) {
                built.load(file);
            }
        }
        String commit = built.getProperty("git.commit.id.describe", "");
        return commit.isEmpty() ? "" : "commit " + commit + ", ";
    }
}
