package dev.millrace.sample;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// Command that writes transactions to a folder, for the shipped sample and for large data sets: `GenerateTransactions
/// <folder> [<rows> <shards> <seed> [split]]`. With the folder alone it writes the data of the sample project.
public final class GenerateTransactions {
    private GenerateTransactions() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        List<String> words = List.of(arguments);
        boolean split = words.size() == 5 && words.getLast().equals("split");
        if (words.size() != 1 && words.size() != 4 && !split) {
            System.err.println("usage: GenerateTransactions <folder> [<rows> <shards> <seed> [split]]");
            System.exit(2);
        }
        GeneratorSettings settings = SampleProject.SETTINGS;
        if (words.size() > 1) {
            settings =
                    new GeneratorSettings(
                            Long.parseLong(words.get(1)),
                            Integer.parseInt(words.get(2)),
                            Long.parseLong(words.get(3)),
                            split);
        }
        int workers = Runtime.getRuntime().availableProcessors();
        new TransactionGenerator(settings)
                .writeTo(
                        Path.of(words.getFirst()),
                        workers,
                        shard ->
                                System.out.println(
                                        shard.file() + ": " + shard.rows() + " rows, " + shard.bytes() + " bytes"));
    }
}
