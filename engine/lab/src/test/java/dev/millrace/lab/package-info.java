/// Rules between the packages of the laboratory.
@NullMarked
package dev.millrace.lab;

import org.jspecify.annotations.NullMarked;
