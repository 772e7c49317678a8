package dev.millrace.lab.measure;

/// What a run took from the socket.
///
/// @param joules of the processor package while the run lasted, or an estimate
/// @param estimated whether it was not measured but computed from the processor time
public record Energy(double joules, boolean estimated) {}
