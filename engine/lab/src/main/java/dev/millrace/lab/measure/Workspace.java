package dev.millrace.lab.measure;

import dev.millrace.engine.Engine;
import dev.millrace.engine.dataset.Dataset;
import dev.millrace.engine.dataset.Shard;
import dev.millrace.engine.recipe.Recipe;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Recipes, shards and outputs of measured runs, all in one folder, which is deleted in the end. A fraction of the data
/// is a folder of links to the first shards of each split.
final class Workspace implements AutoCloseable {

    private static final int CHUNK = 1 << 20;

    private final Path folder;
    private final Recipe recipe;
    private final Dataset dataset;

    /// @param folder is created; must not exist
    Workspace(Path folder, Recipe recipe) throws IOException {
        this.folder = Files.createDirectories(folder);
        this.recipe = recipe.resolved();
        this.dataset = new Engine().openDataset(recipe);
    }

    Dataset dataset() {
        return dataset;
    }

    /// Whether a part of the data can be taken.
    boolean isDivisible() {
        return dataset.shards().size() > 1;
    }

    Path output() {
        return folder.resolve("output");
    }

    Path report() {
        return folder.resolve("report.json");
    }

    Path log() {
        return folder.resolve("log.txt");
    }

    /// Writes the recipe of a side, and removes what the run before left.
    Path prepare(Side side) throws IOException {
        delete(output());
        Files.deleteIfExists(report());
        Recipe changed =
                new Recipe(
                        recipe.places(),
                        recipe.folder(),
                        recipe.name(),
                        recipe.dataset().at(data(side.fraction()).toString(), recipe.dataset().signature()),
                        recipe.job(),
                        recipe.strategies(),
                        recipe.artifacts(),
                        recipe.output().into(output().toString()),
                        recipe.run().withMode(side.mode()).withWorkers(side.workers()).withBlockKb(side.blockKb()));
        Path file = folder.resolve("recipe.json");
        Files.write(file, changed.document());
        return file;
    }

    private Path data(double fraction) throws IOException {
        if (fraction == 1) {
            return dataset.root().toAbsolutePath();
        }
        Path part = folder.resolve(String.format(Locale.ROOT, "data-%.4f", fraction));
        if (Files.notExists(part)) {
            for (Shard shard : shards(fraction)) {
                Path link = part.resolve(dataset.relativePath(shard));
                Files.createDirectories(link.getParent());
                link(link, shard.file().toAbsolutePath());
            }
        }
        return part;
    }

    /// The first shards of each split, at least one of each.
    private List<Shard> shards(double fraction) {
        List<Shard> shards = new ArrayList<>();
        dataset.splits()
                .forEach(split -> {
                    List<Shard> all = dataset.shards(split);
                    shards.addAll(all.subList(0, (int) Math.max(1, Math.round(fraction * all.size()))));
                });
        return shards;
    }

    private static void link(Path link, Path file) throws IOException {
        try {
            Files.createSymbolicLink(link, file);
        } catch (IOException | UnsupportedOperationException notAllowed) {
            Files.copy(file, link); // as on Windows without the right to link
        }
    }

    /// Reads every shard once, so that they lie in the page cache as far as it holds them.
    void warmCache() throws IOException {
        byte[] buffer = new byte[CHUNK];
        for (Shard shard : dataset.shards()) {
            try (InputStream in = Files.newInputStream(shard.file())) {
                int read = in.read(buffer);
                while (read >= 0) {
                    read = in.read(buffer);
                }
            }
        }
    }

    @Override
    public void close() throws IOException {
        delete(folder);
    }

    /// Deletes a folder of ours with all that is in it; links are deleted, not what they lead to.
    static void delete(Path folder) throws IOException {
        if (Files.notExists(folder)) {
            return;
        }
        Files.walkFileTree(
                folder,
                new SimpleFileVisitor<>() {

                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                        Files.delete(file);
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult postVisitDirectory(Path visited, IOException failure) throws IOException {
                        Files.delete(visited);
                        return FileVisitResult.CONTINUE;
                    }
                });
    }
}
