/// Events for the JDK's flight recorder: how long a run, a pass, a shard and a block took, and how much it was. They
/// cost next to nothing while nobody records. Their fields are read by the recorder only.
///
/// ```
/// JAVA_OPTS=-XX:StartFlightRecording:filename=run.jfr millrace run fraud.millrace.json
/// jfr print --events 'millrace.*' run.jfr
/// ```
@NullMarked
package dev.millrace.engine.span;

import org.jspecify.annotations.NullMarked;
