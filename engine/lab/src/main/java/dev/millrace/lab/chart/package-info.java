/// Charts of a benchmark, drawn without a screen: [Charts][dev.millrace.lab.chart.Charts] makes them from the model,
/// each can be had as SVG and as PNG.
@NullMarked
package dev.millrace.lab.chart;

import org.jspecify.annotations.NullMarked;
