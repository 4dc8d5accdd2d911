package io.github.crosstie.state;

import io.github.crosstie.connector.CorrelationTag;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What is left of a link that ended while an attempt of it could still arrive: a record that turns up with its tag, as the attempt
 * made it, is nobody's.
 *
 * @param link the id that the link had
 * @param attempts the attempts that may still arrive
 * @param until from when on they can no longer arrive
 */
public record Tombstone(LinkId link, List<Attempt> attempts, Instant until) {

    /** Copies the attempts. */
    public Tombstone {
        Objects.requireNonNull(link, "link");
        Objects.requireNonNull(until, "until");
        attempts = List.copyOf(attempts);
    }

    /**
     * The attempt with a tag.
     *
     * @param tag the tag
     * @return the attempt, or empty if none carried it
     */
    public Optional<Attempt> attempt(CorrelationTag tag) {
        return attempts.stream().filter(attempt -> attempt.tag().equals(tag)).findFirst();
    }
}
