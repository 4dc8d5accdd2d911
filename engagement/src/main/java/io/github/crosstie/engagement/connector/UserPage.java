package io.github.crosstie.engagement.connector;

import io.github.crosstie.engagement.user.EngagementUser;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of a unit's users.
 *
 * @param users the users; may be empty although more follow
 * @param next where to go on; null on the last page
 * @param complete on the last page: true if every user, live or recycled, was listed for certain. False whenever in
 *     doubt, and on all other pages: nothing is concluded from a user's absence then (G3)
 */
public record UserPage(List<EngagementUser> users, @Nullable PageToken next, boolean complete) {

    /**
     * Copies the users.
     *
     * @throws IllegalArgumentException if the page claims completeness although more follow
     */
    public UserPage {
        users = List.copyOf(users);
        if (next != null && complete) {
            throw new IllegalArgumentException(
                    "page claims to complete a listing of which more follows; say complete on the last page only");
        }
    }
}
