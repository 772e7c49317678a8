/// Tests of what a person can see and do in Data, without a scene where that is possible.
package dev.millrace.app.data;
