package dev.millrace.performance.peers;

import dev.millrace.performance.Folders;
import dev.millrace.performance.copy.CopySide;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/// `peers`: Millrace against DuckDB and the plain copy, whole processes on generated data.
@Command(
        name = "peers",
        description = "Compares whole runs with DuckDB and with copying, on generated data.",
        mixinStandardHelpOptions = true,
        showDefaultValues = true)
public final class PeersCommand implements Callable<Integer> {

    private static final String WORKS = "risk-mapping,imputation,sampling,split";
    private static final String SIDES = "duckdb,streaming,batch,copy,read-twice";

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(names = "--output", required = true, paramLabel = "DIR", description = "For data, outputs and the report.")
    @SuppressWarnings("NullAway.Init")
    private Path output;

    @Option(
            names = {"--size", "--sizes"},
            split = ",",
            defaultValue = "1g",
            paramLabel = "SIZE",
            converter = ByteSize.Converter.class,
            description = "Bytes of the data as CSV, such as 100m,1g,10g.")
    private List<ByteSize> sizes = new ArrayList<>();

    @Option(names = "--works", split = ",", defaultValue = WORKS, paramLabel = "WORK", description = "Any of " + WORKS)
    private List<String> works = new ArrayList<>();

    @Option(names = "--formats", split = ",", defaultValue = "csv,parquet", paramLabel = "FORMAT")
    private List<DataFormat> formats = new ArrayList<>();

    @Option(names = "--sides", split = ",", defaultValue = SIDES, paramLabel = "SIDE", description = "Any of " + SIDES)
    private List<String> sides = new ArrayList<>();

    @Option(
            names = "--heap",
            split = ",",
            paramLabel = "SIZE",
            description = "Further sides: streaming with these heaps, such as 128m,2g.")
    private List<String> heaps = new ArrayList<>();

    @Option(names = "--runs", defaultValue = "5", paramLabel = "N", description = "Counted rounds, after one more.")
    private int runs;

    @Option(
            names = "--millrace",
            defaultValue = "app/target/dist/bin/millrace",
            paramLabel = "FILE",
            description = "The launcher of the built distribution.")
    @SuppressWarnings("NullAway.Init")
    private Path launcher;

    @Option(names = "--keep-data", description = "Leave the generated data for the next call.")
    private boolean keepData;

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (runs < 1) {
            throw new ParameterException(spec.commandLine(), "--runs must be 1 or more, but is " + runs);
        }
        Path program = launcher.toAbsolutePath();
        if (!Files.isExecutable(program)) {
            throw new ParameterException(
                    spec.commandLine(),
                    "there is no program " + program + "; build it with mvn -DskipTests package, or name another");
        }
        List<Work> chosen = works.stream().map(this::work).toList();
        Path folder = Files.createDirectories(output.toAbsolutePath());
        UnpackedDuckDb duckDb = new UnpackedDuckDb(folder.resolve("duckdb"));
        Path data = Files.createDirectories(folder.resolve("data"));
        Dataset dataset = new Dataset(data, duckDb.side("parquet"));
        List<Side> turns = turns(program, duckDb);
        Rounds rounds = new Rounds(Folders.emptied(folder.resolve("runs")), runs);
        Report report = new Report();
        for (ByteSize size : sizes) {
            for (DataFormat format : formats) {
                for (Work work : chosen) {
                    report.add(rounds.compare(dataset.task(work, format, size), turns));
                }
            }
        }
        save(report, folder, program);
        Folders.delete(folder.resolve("runs"));
        if (!keepData) {
            Folders.delete(data);
            Folders.delete(folder.resolve("duckdb"));
        }
        return 0;
    }

    private void save(Report report, Path folder, Path program) throws IOException {
        String name =
                "peers-" + String.join("+", works) + "-" + formats.getFirst().id() + "-" + sizes.getFirst().text();
        Files.writeString(folder.resolve(name + ".txt"), report.table());
        Files.write(folder.resolve(name + ".json"), report.document(program));
        System.out.print("\n" + report.table());
    }

    private List<Side> turns(Path program, UnpackedDuckDb duckDb) {
        List<Side> turns = new ArrayList<>();
        for (String side : sides) {
            turns.add(
                    switch (side) {
                        case "duckdb" -> duckDb.side("WORK");
                        case "streaming", "batch" -> new MillraceSide(program, side, "");
                        case "copy", "read-twice" ->
                                new JavaSide(
                                        side,
                                        List.of("-classpath", System.getProperty("java.class.path")),
                                        List.of(CopySide.class.getName(), side));
                        default -> throw unknown("side", side, SIDES);
                    });
        }
        heaps.forEach(heap -> turns.add(new MillraceSide(program, "streaming", heap)));
        return turns;
    }

    private Work work(String id) {
        for (Work work : Work.values()) {
            if (work.id().equals(id)) {
                return work;
            }
        }
        throw unknown("work", id, WORKS);
    }

    private ParameterException unknown(String kind, String found, String accepted) {
        return new ParameterException(
                spec.commandLine(), "there is no " + kind + " '" + found + "'; there are " + accepted);
    }
}
