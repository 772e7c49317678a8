@org.jspecify.annotations.NullMarked
package dev.millrace.app.benchmark;
