package dev.millrace.performance.peers;

/// One run of one side.
///
/// @param seconds from before its process is started until it has ended
/// @param cpuSeconds user and system time of the process, as last seen; 0 where the system does not tell
/// @param peakBytes most memory that was resident; 0 where the system does not tell
record Timed(double seconds, double cpuSeconds, long peakBytes) {}
