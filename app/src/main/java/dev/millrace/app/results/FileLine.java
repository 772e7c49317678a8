package dev.millrace.app.results;

import dev.millrace.engine.results.Results;
import dev.millrace.engine.run.Manifest;
import dev.millrace.engine.run.Verification;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A file of a run.
///
/// @param split of its rows; empty for an artifact
/// @param rows -1 for an artifact
/// @param finding what is wrong with it; empty if nothing is known to be
record FileLine(String path, String split, long rows, long bytes, String hash, String finding) {

    /// Every file that a manifest lists.
    static List<FileLine> of(Results.Finished results, @Nullable Verification checked) {
        Map<String, String> findings = new HashMap<>();
        if (checked != null) {
            checked.problems().forEach(problem -> findings.put(problem.place().source(), problem.finding()));
        }
        Manifest manifest = results.manifest();
        List<FileLine> lines = new ArrayList<>();
        for (Manifest.Output file : manifest.outputs()) {
            lines.add(line(results.folder(), file, findings));
        }
        for (Manifest.Output file : manifest.rejected()) {
            lines.add(line(results.folder(), file, findings));
        }
        for (Manifest.ArtifactEntry file : manifest.artifacts()) {
            String finding = finding(results.folder(), file.path(), findings);
            lines.add(new FileLine(file.path(), "", -1, file.bytes(), file.hash(), finding));
        }
        return lines;
    }

    private static FileLine line(Path folder, Manifest.Output file, Map<String, String> findings) {
        String finding = finding(folder, file.path(), findings);
        return new FileLine(file.path(), file.split(), file.rows(), file.bytes(), file.hash(), finding);
    }

    private static String finding(Path folder, String path, Map<String, String> findings) {
        return findings.getOrDefault(folder.resolve(path).normalize().toString(), "");
    }
}
