package io.github.crosstie.state;

import io.github.crosstie.item.ItemId;
import java.util.Objects;

/**
 * The id that a link's mailbox record had by the former way into the mailbox: kept until the move is retired, so that it can be
 * rolled back (S22).
 *
 * @param link the link
 * @param id the former id
 */
public record FormerId(LinkId link, ItemId id) {

    /** Requires both parts. */
    public FormerId {
        Objects.requireNonNull(link, "link");
        Objects.requireNonNull(id, "id");
    }
}
