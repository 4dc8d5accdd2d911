/**
 * The embedded default: systems and a store that live in memory.
 *
 * <p>They are full implementations of the SPIs, pass the same contract tests as any other, and behave like their originals
 * where it matters: versions change with every save, stale versions are refused, deleted ids never come back. Authors of
 * tests use them as fakes that can lose answers and be edited by people at any moment.
 */
@NullMarked
package io.github.crosstie.memory;

import org.jspecify.annotations.NullMarked;
