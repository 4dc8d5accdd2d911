/**
 * How to do without any other system: a CRM, a mail system and a store that live in memory, to embed and to test with.
 * Begin with {@link io.github.crosstie.memory.InMemorySystem} and {@link
 * io.github.crosstie.memory.InMemoryStateStore}.
 *
 * <p>They are full implementations of the SPIs, pass the same contract tests as any other, and behave like their
 * originals where it matters: versions change with every save, stale versions are refused, deleted ids never come
 * back. Authors of tests use them as fakes that can lose answers and be edited by people at any moment.
 */
@NullMarked
package io.github.crosstie.memory;

import org.jspecify.annotations.NullMarked;
