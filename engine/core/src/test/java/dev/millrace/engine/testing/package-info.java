/// What many tests share: seeded cases ([Seeds][dev.millrace.engine.testing.Seeds]), generated datasets
/// ([RandomDatasets][dev.millrace.engine.testing.RandomDatasets]), recipes and runs, and slow and simple readers to
/// compare the engine's with.
@NullMarked
package dev.millrace.engine.testing;

import org.jspecify.annotations.NullMarked;
