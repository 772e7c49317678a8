/// Data: shards, figures and the first rows.
@NullMarked
package dev.millrace.app.data;

import org.jspecify.annotations.NullMarked;
