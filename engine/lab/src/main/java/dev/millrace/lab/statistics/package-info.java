/// Statistics of few measurements: bootstrap intervals, permutation tests, effect sizes, correction for several tests,
/// fits of scaling, Pareto fronts. Pure functions of numbers; what is random comes of a seed. Each formula names its
/// source.
@NullMarked
package dev.millrace.lab.statistics;

import org.jspecify.annotations.NullMarked;
