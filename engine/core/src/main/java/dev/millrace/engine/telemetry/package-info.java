/// What the machine does meanwhile: processor, memory and heap, sampled about once a second.
@NullMarked
package dev.millrace.engine.telemetry;

import org.jspecify.annotations.NullMarked;
