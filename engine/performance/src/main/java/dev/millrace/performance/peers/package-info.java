/// The comparison of whole runs: [PeersCommand][dev.millrace.performance.peers.PeersCommand] prepares data, lets the
/// sides take turns, each run in a process of its own, and reports medians and ratios.
@NullMarked
package dev.millrace.performance.peers;

import org.jspecify.annotations.NullMarked;
