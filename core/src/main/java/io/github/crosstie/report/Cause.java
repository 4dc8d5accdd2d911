package io.github.crosstie.report;

import io.github.crosstie.conflict.OrganizationUser;
import io.github.crosstie.fault.Incubating;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What is in the way of some users, and what to do: whoever mends it, mends it for all of them (S18, S19). Immutable.
 *
 * @param stage what it has led to: the worst stage of anybody whom it concerns
 * @param reason what is in the way and what to do, for people, without personal data
 * @param users whom it concerns, at least one
 */
@Incubating
public record Cause(Stage stage, String reason, SortedSet<OrganizationUser> users) {

    private static final Comparator<Cause> GRAVEST_FIRST = Comparator.comparingInt(
                    (Cause cause) -> Stage.worstFirst().indexOf(cause.stage))
            .thenComparing(cause -> -cause.users.size())
            .thenComparing(Cause::reason);

    /** Copies the users. */
    public Cause {
        Objects.requireNonNull(stage, "stage");
        Objects.requireNonNull(reason, "reason");
        users = Collections.unmodifiableSortedSet(new TreeSet<>(users));
    }

    /**
     * What is in the way, each cause once.
     *
     * @param users how each of the users fares
     * @return the causes: by stage, then by how many users they concern, then by reason
     */
    public static List<Cause> of(Collection<UserStatus> users) {
        Map<String, Stage> stages = new LinkedHashMap<>();
        Map<String, SortedSet<OrganizationUser>> concerned = new LinkedHashMap<>();
        for (UserStatus status : users) {
            for (FlowStatus flow : status.flows()) {
                if (!flow.reason().isEmpty()) {
                    stages.merge(flow.reason(), flow.stage(), Cause::worse);
                    concerned
                            .computeIfAbsent(flow.reason(), none -> new TreeSet<>())
                            .add(new OrganizationUser(status.organization(), status.user()));
                }
            }
        }
        List<Cause> causes = new ArrayList<>();
        stages.forEach((reason, stage) ->
                causes.add(new Cause(stage, reason, concerned.getOrDefault(reason, Collections.emptySortedSet()))));
        causes.sort(GRAVEST_FIRST);
        return List.copyOf(causes);
    }

    private static Stage worse(Stage one, Stage other) {
        return Stage.worstFirst().indexOf(one) < Stage.worstFirst().indexOf(other) ? one : other;
    }
}
