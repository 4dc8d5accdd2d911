package io.github.crosstie.report;

import io.github.crosstie.configuration.SyncDirection;
import io.github.crosstie.fault.Incubating;
import io.github.crosstie.item.ItemKind;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How one kind of record fares in one direction for many users (S18). Immutable.
 *
 * @param kind contacts or events
 * @param direction {@link SyncDirection#CRM_TO_MAIL} or {@link SyncDirection#MAIL_TO_CRM}
 * @param stages how many users are at which stage; stages without a user are left out, and there is at least one with a user
 * @param lastSuccess since when everybody has succeeded at least once: the earliest of the users' last successes; null if somebody
 *     never succeeded
 * @param oldestUnapplied when the oldest change of anybody was told that has not arrived on the other side; null if there is none;
 *     records that the settings keep back do not count
 * @param counts how many records it concerns, of all users together
 * @param nextDue when something is tried again by itself for the first of them; null if nothing waits for a moment to come
 */
@Incubating
public record FlowSummary(
        ItemKind kind,
        SyncDirection direction,
        NavigableMap<Stage, Integer> stages,
        @Nullable Instant lastSuccess,
        @Nullable Instant oldestUnapplied,
        FlowCounts counts,
        @Nullable Instant nextDue) {

    /**
     * Requires all parts but the moments, and copies the map.
     *
     * @throws IllegalArgumentException if there is no stage
     */
    public FlowSummary {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(direction, "direction");
        Objects.requireNonNull(counts, "counts");
        stages = Collections.unmodifiableNavigableMap(new TreeMap<>(stages));
        if (stages.isEmpty()) {
            throw new IllegalArgumentException("a summary of nobody tells nothing: leave out what flows for no user");
        }
    }

    /** Adds up what flows for some users; all of one kind and direction, and at least one. */
    static FlowSummary of(Collection<FlowStatus> flows) {
        FlowStatus any = flows.iterator().next();
        return new FlowSummary(
                any.kind(),
                any.direction(),
                flows.stream()
                        .collect(Collectors.toMap(
                                FlowStatus::stage, flow -> 1, Integer::sum, TreeMap<Stage, Integer>::new)),
                flows.stream().anyMatch(flow -> flow.lastSuccess() == null)
                        ? null
                        : earliest(flows, FlowStatus::lastSuccess),
                earliest(flows, FlowStatus::oldestUnapplied),
                flows.stream().map(FlowStatus::counts).reduce(FlowCounts.NONE, FlowCounts::plus),
                earliest(flows, FlowStatus::nextDue));
    }

    private static @Nullable Instant earliest(
            Collection<FlowStatus> flows, Function<FlowStatus, @Nullable Instant> moment) {
        return flows.stream()
                .flatMap(flow -> Stream.ofNullable(moment.apply(flow)))
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    /**
     * How many users it is about.
     *
     * @return the number, 1 or more
     */
    public int users() {
        return stages.values().stream().mapToInt(Integer::intValue).sum();
    }

    /**
     * The stage that somebody should care about most.
     *
     * @return the worst stage that a user is at
     */
    public Stage worst() {
        return Stage.worstFirst().stream()
                .filter(stages::containsKey)
                .findFirst()
                .orElseThrow();
    }

    /**
     * How long the oldest change of anybody has been waiting that has not arrived on the other side. Records that the settings keep
     * back do not count.
     *
     * @param now the present moment
     * @return the greatest lag, 0 or more; empty if no change lags
     */
    public Optional<Duration> lag(Instant now) {
        return Optional.ofNullable(oldestUnapplied)
                .map(oldest -> now.isBefore(oldest) ? Duration.ZERO : Duration.between(oldest, now));
    }
}
