package io.github.crosstie.report;

import io.github.crosstie.fault.Incubating;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * How the sync of many users fares, added up: of a configuration, of an organization, or of whatever is put together (S18). Immutable.
 *
 * @param users how many users it is about
 * @param stages how many of them are at which stage, each counted once by the worst of its elements; stages without a user, and users
 *     for whom nothing flows, are left out
 * @param flows what flows for any of them, contacts first, and of each kind the way from the CRM first
 */
@Incubating
public record StatusSummary(int users, NavigableMap<Stage, Integer> stages, List<FlowSummary> flows) {

    /** In the order in which a user's status has them. */
    private static final Comparator<FlowStatus> ORDER =
            Comparator.comparing(FlowStatus::kind).thenComparing(FlowStatus::direction);

    /** Copies the parts. */
    public StatusSummary {
        stages = Collections.unmodifiableNavigableMap(new TreeMap<>(stages));
        flows = List.copyOf(flows);
    }

    /**
     * Adds up.
     *
     * @param users how each of the users fares
     * @return the sum
     */
    public static StatusSummary of(Collection<UserStatus> users) {
        NavigableMap<Stage, Integer> stages = new TreeMap<>();
        users.forEach(user -> user.worst().ifPresent(worst -> stages.merge(worst, 1, Integer::sum)));
        NavigableMap<FlowStatus, List<FlowStatus>> byWay = users.stream()
                .flatMap(user -> user.flows().stream())
                .collect(Collectors.groupingBy(flow -> flow, () -> new TreeMap<>(ORDER), Collectors.toList()));
        return new StatusSummary(
                users.size(),
                stages,
                byWay.values().stream().map(FlowSummary::of).toList());
    }

    /**
     * The stage that somebody should care about most.
     *
     * @return the worst stage that a user is at; empty if nothing flows for anybody
     */
    public Optional<Stage> worst() {
        return Stage.worstFirst().stream().filter(stages::containsKey).findFirst();
    }

    /**
     * How many users are at a stage by the worst of their elements.
     *
     * @param stage the stage
     * @return the number, 0 or more
     */
    public int usersAt(Stage stage) {
        return stages.getOrDefault(stage, 0);
    }
}
