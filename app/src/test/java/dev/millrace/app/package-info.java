/// The workbench as a person uses it, and rules that hold for all of it.
package dev.millrace.app;
