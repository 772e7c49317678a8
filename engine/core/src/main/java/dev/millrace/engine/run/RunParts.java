package dev.millrace.engine.run;

import dev.millrace.engine.plan.Plan;

import java.time.Clock;

/// What all scans of one run share.
record RunParts(
        Plan plan,
        BlockSource source,
        RunCounters counters,
        RunControl control,
        RunSafety safety,
        RunResources resources,
        EventLog events,
        Clock clock) {}
