/**
 * Which role follows: what a user is in a business unit. Begin with {@link io.github.crosstie.role.RoleDerivation} for
 * one user, or with {@link io.github.crosstie.role.BusinessUnitRoles} for everybody.
 *
 * <p>A pure derivation from set membership and profile (U1 to U4): it calls nobody, and every decision says by which
 * rule it was made.
 */
@NullMarked
package io.github.crosstie.role;

import org.jspecify.annotations.NullMarked;
