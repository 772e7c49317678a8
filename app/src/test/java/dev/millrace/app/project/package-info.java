/// Tests of what is kept of the recipe that is open.
package dev.millrace.app.project;
