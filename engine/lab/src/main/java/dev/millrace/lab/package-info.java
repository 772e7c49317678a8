/// The benchmark laboratory: which mode, how many workers, how much memory, on this machine, for these data. Start at
/// [Laboratory][dev.millrace.lab.Laboratory].
@NullMarked
package dev.millrace.lab;

import org.jspecify.annotations.NullMarked;
