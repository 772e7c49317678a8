/// The `millrace` command: reads a recipe, follows its run, tells how it went. All computing is the engine's.
/// [Millrace][dev.millrace.cli.Millrace] is the way in; every subcommand is a class of its own.
@NullMarked
package dev.millrace.cli;

import org.jspecify.annotations.NullMarked;
