package io.github.crosstie.testkit.engagement;

import io.github.crosstie.engagement.user.EngagementUser;
import java.time.Instant;

/**
 * A user with what the API shows beside its values.
 *
 * @param id its number
 * @param user the user
 * @param createdAt since when it is there
 * @param updatedAt when it was changed last
 */
record StoredUser(long id, EngagementUser user, Instant createdAt, Instant updatedAt) {}
