/// What goes wrong below the engine, made to happen: a file system whose n-th operation fails, at whose n-th operation
/// the process dies, or after whose n-th operation the power is cut
/// ([FaultyFileSystem][dev.millrace.engine.faults.FaultyFileSystem]), and what has to hold of every run then
/// ([SmallRun][dev.millrace.engine.faults.SmallRun]).
///
/// Read `FaultyFileSystem` and `Disk` first, then `Node` for what a power cut leaves, then the tests.
@NullMarked
package dev.millrace.engine.faults;

import org.jspecify.annotations.NullMarked;
