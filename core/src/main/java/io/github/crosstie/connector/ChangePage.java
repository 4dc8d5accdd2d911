package io.github.crosstie.connector;

import java.util.List;
import java.util.Objects;

/**
 * One page of changes.
 *
 * @param changes what changed; may be empty although more follows
 * @param next where to go on, whether or not more follows now
 * @param more whether another page follows now
 * @param complete on the last page of a listing of everything: true if every record in view was listed for certain. False
 *     whenever in doubt, and on all other pages: the engine concludes nothing from a record's absence then (G3)
 */
public record ChangePage(List<Change> changes, Cursor next, boolean more, boolean complete) {

    /**
     * Copies the changes.
     *
     * @throws IllegalArgumentException if the page claims completeness although more follows
     */
    public ChangePage {
        changes = List.copyOf(changes);
        Objects.requireNonNull(next, "next");
        if (more && complete) {
            throw new IllegalArgumentException(
                    "page claims to complete a listing of which more follows; say complete on" + " the last page only");
        }
    }
}
