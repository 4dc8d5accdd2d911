/**
 * A user of a business unit as a value, and how one follows from a user of the CRM.
 *
 * <p>This is the first package of the module; it uses the core library alone. What User Sync never touches (tags, the
 * signature, the link to a picture) has no field here, so that no plan can name it.
 */
@NullMarked
package io.github.crosstie.engagement.user;

import org.jspecify.annotations.NullMarked;
