/// What runs left, read: [Results][dev.millrace.engine.results.Results] is what an output folder holds,
/// [ArtifactTable][dev.millrace.engine.results.ArtifactTable] what was learned as tables,
/// [BeforeAndAfter][dev.millrace.engine.results.BeforeAndAfter] rows beside what became of them,
/// [RunRecord][dev.millrace.engine.results.RunRecord] what is remembered of a run,
/// [HtmlReport][dev.millrace.engine.results.HtmlReport] a run as a page. Writes nothing.
@NullMarked
package dev.millrace.engine.results;

import org.jspecify.annotations.NullMarked;
