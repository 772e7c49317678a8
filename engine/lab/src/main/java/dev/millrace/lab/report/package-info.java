/// The files of a benchmark: [ReportFolder][dev.millrace.lab.report.ReportFolder] writes them all.
@NullMarked
package dev.millrace.lab.report;

import org.jspecify.annotations.NullMarked;
