/**
 * Which role follows: the pure derivation of a user's role in a business unit from set membership and profile.
 */
@NullMarked
package io.github.crosstie.role;

import org.jspecify.annotations.NullMarked;
