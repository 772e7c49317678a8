@org.jspecify.annotations.NullMarked
package dev.millrace.engine.results;
