package io.github.crosstie.apply;

import io.github.crosstie.fault.Incubating;
import io.github.crosstie.state.CollectionKey;
import io.github.crosstie.state.HeldDeletion;
import io.github.crosstie.state.ReleaseToken;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The deletions of a collection that wait for a person, as the last round left them (S11, S13).
 *
 * @param collection whose records of which kind
 * @param token what releases exactly these deletions, once
 * @param since since when the longest of them waits
 * @param deletions what is held and why, by link
 * @param releasedBy the token of a release that the next round carries out; null if nobody has released anything
 */
@Incubating
public record HeldDeletions(
        CollectionKey collection,
        ReleaseToken token,
        Instant since,
        List<HeldDeletion> deletions,
        @Nullable ReleaseToken releasedBy) {

    /** Copies the deletions. */
    public HeldDeletions {
        Objects.requireNonNull(collection, "collection");
        Objects.requireNonNull(token, "token");
        Objects.requireNonNull(since, "since");
        deletions = List.copyOf(deletions);
    }
}
