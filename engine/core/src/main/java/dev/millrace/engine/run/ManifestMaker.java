package dev.millrace.engine.run;

import dev.millrace.engine.block.ContentHash;
import dev.millrace.engine.plan.Plan;
import dev.millrace.engine.problem.StorageException;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Gathers what a run's manifest says.
final class ManifestMaker {

    private ManifestMaker() {}

    static Manifest manifest(
            OutputClaim claim,
            Instant ended,
            Plan plan,
            RunExecution execution,
            Scans scanned,
            List<Manifest.Output> outputs,
            List<Manifest.Output> rejected,
            List<Manifest.ArtifactEntry> artifacts) {
        List<ShardScan> scans = scanned.latest();
        Map<String, Long> rowsOut = new LinkedHashMap<>();
        plan.dataset().splits().forEach(split -> rowsOut.put(split.folder(), 0L));
        outputs.forEach(output -> rowsOut.merge(output.split(), output.rows(), Long::sum));
        long rowsIn = scans.stream().mapToLong(ShardScan::rows).sum();
        RowCounts counts = execution.rowCounts();
        Manifest.Rows rows = new Manifest.Rows(rowsIn, rowsOut, counts.repeated(), counts.dropped(), counts.rejected());
        if (!rows.balanced()) {
            throw new IllegalStateException("rows do not add up: " + rows);
        }
        return new Manifest(
                Manifest.FORMAT,
                claim.begun().run(),
                EngineVersion.current(),
                claim.begun().at(),
                claim.resumed(),
                ended,
                plan.recipe().json(),
                ContentHash.of(plan.recipe().document()),
                scanned.entries(),
                scans.stream().map(scan -> input(plan, scan)).toList(),
                outputs,
                rejected,
                rows,
                artifacts,
                execution.warnings(),
                PeakMemory.now(),
                Manifest.Machine.current());
    }

    private static Manifest.Input input(Plan plan, ShardScan scan) {
        try {
            return new Manifest.Input(
                    plan.dataset().relativePath(scan.shard()),
                    scan.shard().split().folder(),
                    scan.shard().bytes(),
                    Files.getLastModifiedTime(scan.shard().file()).toInstant(),
                    scan.hash(),
                    scan.rows());
        } catch (IOException failure) {
            throw StorageException.reading(scan.shard().file(), failure);
        }
    }
}
