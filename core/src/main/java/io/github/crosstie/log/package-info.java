/**
 * What the log says, for those who search it: the names of the values that its lines carry. The library logs through SLF4J, below
 * {@code io.github.crosstie}; which lines there are, and at which level, tells {@code docs/operation.md}.
 */
@NullMarked
package io.github.crosstie.log;

import org.jspecify.annotations.NullMarked;
