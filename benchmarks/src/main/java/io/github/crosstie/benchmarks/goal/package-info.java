/**
 * What the library aims at in performance, as data: a goal consists of lines, a line compares one figure of the library's with
 * others. Here they are measured by JMH, judged, and told as a table.
 */
@NullMarked
package io.github.crosstie.benchmarks.goal;

import org.jspecify.annotations.NullMarked;
