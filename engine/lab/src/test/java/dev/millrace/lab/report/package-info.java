/// Tests of `report`.
@NullMarked
package dev.millrace.lab.report;

import org.jspecify.annotations.NullMarked;
