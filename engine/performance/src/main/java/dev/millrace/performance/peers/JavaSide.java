package dev.millrace.performance.peers;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// A class of this module in a JVM of its own.
///
/// @param options of the JVM
/// @param arguments before the folders of the shards and of the output
record JavaSide(String name, List<String> options, List<String> arguments) implements Side {

    @Override
    public List<String> command(Task task, Path recipe, Path output) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        for (String argument : arguments) {
            command.add(argument.replace("WORK", task.work().id()).replace("FORMAT", task.format().id()));
        }
        command.add(task.data().toString());
        command.add(output.toString());
        return command;
    }

    @Override
    public Map<String, String> environment() {
        return Map.of();
    }
}
