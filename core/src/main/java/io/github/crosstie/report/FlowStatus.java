package io.github.crosstie.report;

import io.github.crosstie.configuration.SyncConfiguration;
import io.github.crosstie.configuration.SyncDirection;
import io.github.crosstie.fault.Incubating;
import io.github.crosstie.item.ItemKind;
import io.github.crosstie.item.Side;
import io.github.crosstie.state.CollectionState;
import io.github.crosstie.state.LastRound;
import io.github.crosstie.state.Pause;
import io.github.crosstie.state.StopReason;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How one kind of record fares in one direction: an element of the status vector (S18).
 *
 * @param kind contacts or events
 * @param direction {@link SyncDirection#CRM_TO_MAIL} or {@link SyncDirection#MAIL_TO_CRM}
 * @param stage how far it has come
 * @param lastSuccess when the last round ended that did all there was to do; null if none ever did
 * @param oldestUnapplied when the oldest change was told that has not arrived on the other side; null if there is none
 * @param counts how many records it concerns
 * @param nextDue when something is tried again by itself: the end of a pause, or the first try of a record in quarantine; null if
 *     nothing waits for a moment to come
 * @param reason what is in the way and what to do, for people, without personal data; empty if nothing is
 */
@Incubating
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
     * How long the oldest change has been waiting that has not arrived on the other side (S18): since the round that saw it first.
     *
     * @param now the present moment
     * @return the lag, 0 or more; empty if nothing waits. What people changed since the beginning of the last round is not known yet
     */
    public Optional<Duration> lag(Instant now) {
        return Optional.ofNullable(oldestUnapplied)
                .map(oldest -> now.isBefore(oldest) ? Duration.ZERO : Duration.between(oldest, now));
    }

    /** The same, but a person has to decide or mend something before any round runs. */
    FlowStatus instead(Stage stage, String reason) {
        return new FlowStatus(kind, direction, stage, lastSuccess, oldestUnapplied, counts, null, reason);
    }

    /**
     * The status vector of a user, from what is stored: one element for each way that each kind of record flows.
     *
     * @param configuration by which the user syncs
     * @param state what is stored of the user's records of a kind; asked once for each kind that flows
     * @param now the present moment
     * @return the elements, contacts first, and of each kind the way from the CRM first. As the kinds share the systems, what parks
     *     one parks all (F7, F8)
     */
    public static List<FlowStatus> of(
            SyncConfiguration configuration, Function<ItemKind, CollectionState> state, Instant now) {
        Map<ItemKind, CollectionState> states = new EnumMap<>(ItemKind.class);
        for (ItemKind kind : ItemKind.values()) {
            if (configuration.records(kind).direction() != SyncDirection.OFF) {
                states.put(kind, state.apply(kind));
            }
        }
        Pause shared = states.values().stream()
                .flatMap(each -> current(each).stream())
                .filter(pause -> pause.reason().needsAuthorization() || pause.forbids(now))
                .findFirst()
                .orElse(null);
        List<FlowStatus> flows = new ArrayList<>();
        states.forEach((kind, each) -> {
            Pause pause = shared == null ? current(each).orElse(null) : shared;
            Stream.of(Side.values())
                    .filter(configuration.records(kind).direction()::flowsFrom)
                    .forEach(from -> flows.add(new FlowReading(kind, from, each, pause, now).status()));
        });
        return List.copyOf(flows);
    }

    /** The pause in which the last round has ended; an older one is over. */
    private static Optional<Pause> current(CollectionState state) {
        LastRound last = state.lastRound();
        return Optional.ofNullable(state.pause())
                .filter(pause -> last == null || last.stop() == StopReason.of(pause.reason()));
    }
}
