/**
 * JMH benchmarks. Each runs beside what a user would write instead, in the same class, on the same inputs, and asserts once
 * outside the timing that both give the same result.
 */
@NullMarked
package io.github.crosstie.benchmarks;

import org.jspecify.annotations.NullMarked;
