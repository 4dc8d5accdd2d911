package io.github.crosstie.engagement.api;

import io.github.crosstie.engagement.connector.PageToken;
import io.github.crosstie.engagement.user.EngagementUser;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an answer says. */
sealed interface PageContent {

    /**
     * Users, and where to go on.
     *
     * @param users the users of the page
     * @param next where to go on; null if nothing follows
     */
    record Users(List<EngagementUser> users, @Nullable PageToken next) implements PageContent {}

    /**
     * An error of the API's own.
     *
     * @param code its number
     */
    record Refusal(int code) implements PageContent {}

    /**
     * JSON that is neither.
     *
     * @param reason what is wrong with it
     */
    record Strange(String reason) implements PageContent {}

    /**
     * No JSON at all, or the beginning of some.
     *
     * @param cutShort whether it ended in the middle
     */
    record Unreadable(boolean cutShort) implements PageContent {}
}
