/**
 * What clashes: findings within one organization and across several, each with its participants and a remedy.
 */
@NullMarked
package io.github.crosstie.conflict;

import org.jspecify.annotations.NullMarked;
