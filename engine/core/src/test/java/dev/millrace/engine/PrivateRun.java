package dev.millrace.engine;

import dev.millrace.engine.recipe.RecipeOverrides;
import dev.millrace.engine.run.RunResult;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/// Runs a recipe and prints each socket that the process has open at an event of the run.
final class PrivateRun {

    private PrivateRun() {}

    /// Prints `socket …` for each socket, then the result.
    public static void main(String[] recipe) {
        Engine engine = new Engine();
        Set<String> sockets = new TreeSet<>();
        RunResult result =
                engine.start(
                                engine.plan(engine.readRecipe(Path.of(recipe[0]), RecipeOverrides.NONE)),
                                _ -> sockets.addAll(openSockets()))
                        .await();
        sockets.forEach(socket -> System.out.println("socket " + socket));
        System.out.println("result " + result.getClass().getSimpleName());
    }

    private static Set<String> openSockets() {
        Set<String> sockets = new TreeSet<>();
        try (Stream<Path> descriptors = Files.list(Path.of("/proc/self/fd"))) {
            for (Path descriptor : descriptors.toList()) {
                String target = Files.exists(descriptor) ? Files.readSymbolicLink(descriptor).toString() : "";
                if (target.startsWith("socket:")) {
                    sockets.add(target);
                }
            }
        } catch (IOException gone) {
            sockets.add("unknown: " + gone); // a failed look must not pass for a clean one
        }
        return sockets;
    }
}
