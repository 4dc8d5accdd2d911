package io.github.crosstie.apply;

import io.github.crosstie.fault.Incubating;
import io.github.crosstie.state.CollectionKey;
import java.util.Objects;

/**
 * Which round it is. Holds no personal data: its log lines carry all of it.
 *
 * @param id the round's own name, from the host's source of ids; the lease is held under it, and the log has it as {@link
 *     io.github.crosstie.log.LogKeys#ROUND}
 * @param collection of which organization and user, contacts or events
 */
@Incubating
public record RoundIdentity(String id, CollectionKey collection) {
    /** Requires both parts. */
    public RoundIdentity {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(collection, "collection");
    }
}
