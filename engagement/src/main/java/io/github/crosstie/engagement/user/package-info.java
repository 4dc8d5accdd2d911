/**
 * A user of a business unit as a value, and how one follows from a user of the CRM. Begin with {@link
 * io.github.crosstie.engagement.user.FieldMap}, which says which fields are kept in step. What User Sync never touches
 * (tags, the signature, the link to a picture) has no {@link io.github.crosstie.engagement.user.UserField}, so that no
 * plan can name it; values are personal data, and no {@code toString} shows them.
 */
@NullMarked
package io.github.crosstie.engagement.user;

import org.jspecify.annotations.NullMarked;
