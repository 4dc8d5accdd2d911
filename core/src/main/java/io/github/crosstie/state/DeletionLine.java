package io.github.crosstie.state;

import io.github.crosstie.item.Side;
import java.time.Instant;
import java.util.Objects;

/**
 * A record was deleted, or may have been: noted before the call, and struck out if it certainly was not. The deletion guard counts
 * these over its window (S13). Deletions that a person released are not noted: they have been looked at.
 *
 * @param link the link that ended with it
 * @param side where the record was deleted
 * @param at when
 */
public record DeletionLine(LinkId link, Side side, Instant at) {

    /** Requires all parts. */
    public DeletionLine {
        Objects.requireNonNull(link, "link");
        Objects.requireNonNull(side, "side");
        Objects.requireNonNull(at, "at");
    }
}
