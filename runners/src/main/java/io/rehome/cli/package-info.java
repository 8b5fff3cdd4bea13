/**
 * The commands, their exit codes and progress, and the launching on Direct and Flink.
 *
 * <p>It turns options into values before any pipeline exists, and knows no SQL.
 */
@NullMarked
package io.rehome.cli;

import org.jspecify.annotations.NullMarked;
