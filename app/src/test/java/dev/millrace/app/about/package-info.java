/// Tests of what a person can do and see there, without a scene.
package dev.millrace.app.about;
