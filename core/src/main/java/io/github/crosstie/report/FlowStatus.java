package io.github.crosstie.report;

import io.github.crosstie.configuration.SyncDirection;
import io.github.crosstie.item.ItemKind;
import io.github.crosstie.item.Side;
import io.github.crosstie.state.CollectionState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How one kind of record fares in one direction: an element of the status vector (S18).
 *
 * @param kind contacts or events
 * @param direction {@link SyncDirection#CRM_TO_MAIL} or {@link SyncDirection#MAIL_TO_CRM}
 * @param stage how far it has come
 * @param lastSuccess when the last round ended that went through; null if none ever did
 * @param oldestUnapplied when the oldest change was told that has not arrived on the other side; null if there is none
 * @param counts how many records it concerns
 * @param nextDue when something is tried again by itself: the end of a pause, or the first try of a record in quarantine; null if
 *     nothing waits for a moment
 * @param reason why it is not further, for people; without personal data; empty if nothing is in the way
 */
public record FlowStatus(
        ItemKind kind,
        SyncDirection direction,
        Stage stage,
        @Nullable Instant lastSuccess,
        @Nullable Instant oldestUnapplied,
        FlowCounts counts,
        @Nullable Instant nextDue,
        String reason) {

    /**
     * Requires all parts but the moments.
     *
     * @throws IllegalArgumentException if the direction is not exactly one
     */
    public FlowStatus {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(direction, "direction");
        Objects.requireNonNull(stage, "stage");
        Objects.requireNonNull(counts, "counts");
        Objects.requireNonNull(reason, "reason");
        if (direction == SyncDirection.OFF || direction == SyncDirection.BOTH) {
            throw new IllegalArgumentException(
                    "the status of " + kind + " is told for each direction by itself: use CRM_TO_MAIL or MAIL_TO_CRM");
        }
    }

    /**
     * How long the oldest change has been waiting that has not arrived on the other side (S18).
     *
     * @param now the present moment
     * @return the lag; empty if nothing waits. Changes that nobody has asked for yet are not known: since when that may be so tells
     *     {@link #lastSuccess}
     */
    public Optional<Duration> lag(Instant now) {
        return Optional.ofNullable(oldestUnapplied).map(oldest -> Duration.between(oldest, now));
    }

    /**
     * The same, but a person has to decide or mend something first.
     *
     * @param stage {@link Stage#HELD} or {@link Stage#FAILED}
     * @param reason what
     * @return a changed copy
     */
    FlowStatus instead(Stage stage, String reason) {
        return new FlowStatus(kind, direction, stage, lastSuccess, oldestUnapplied, counts, nextDue, reason);
    }

    /**
     * The elements of the status vector for one kind of record, from what is stored.
     *
     * @param kind contacts or events
     * @param direction which way this kind flows
     * @param state what is stored of the collection
     * @param now the present moment
     * @return one element for each way that it flows, from the CRM first; empty if it is switched off
     */
    public static List<FlowStatus> of(ItemKind kind, SyncDirection direction, CollectionState state, Instant now) {
        return Stream.of(Side.values())
                .filter(direction::flowsFrom)
                .map(from -> new FlowReading(kind, from, state, now).status())
                .toList();
    }
}
