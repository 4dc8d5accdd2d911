package io.github.crosstie.graph.notification;

import java.util.List;

/**
 * What a request brought.
 *
 * @param notices what Graph says, in its order
 * @param refused how many entries did not carry the secret, and were left out: not sent by Graph, or of a subscription
 *     that nobody keeps any more
 */
public record DecodedNotices(List<GraphNotice> notices, int refused) {

    /** Copies the list. */
    public DecodedNotices {
        notices = List.copyOf(notices);
    }
}
