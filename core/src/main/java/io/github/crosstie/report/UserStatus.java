package io.github.crosstie.report;

import io.github.crosstie.configuration.ConfigurationId;
import io.github.crosstie.directory.OrganizationId;
import io.github.crosstie.directory.UserId;
import io.github.crosstie.fault.Incubating;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How the sync of one user fares: a vector of kind, direction and stage (S18). Immutable.
 *
 * @param organization the user's organization
 * @param user who
 * @param configuration by which configuration the user syncs; null if by none
 * @param at the moment for which it is told
 * @param flows the elements of the vector, contacts first, and of each kind the way from the CRM first; empty if nothing flows
 * @param reason why nothing flows, for people, without personal data; empty if something does
 */
@Incubating
public record UserStatus(
        OrganizationId organization,
        UserId user,
        @Nullable ConfigurationId configuration,
        Instant at,
        List<FlowStatus> flows,
        String reason) {

    /**
     * The order in which somebody should look at users: by their worst stage, then the greatest lag first, then by organization and id;
     * those for whom nothing flows at the end.
     */
    public static final Comparator<UserStatus> WORST_FIRST = Comparator.comparingInt((UserStatus status) ->
                    status.worst().map(Stage.worstFirst()::indexOf).orElse(Integer.MAX_VALUE))
            .thenComparing(status -> status.lag().orElse(Duration.ZERO), Comparator.reverseOrder())
            .thenComparing(UserStatus::organization)
            .thenComparing(UserStatus::user);

    /** Requires all parts but the configuration, and copies the list. */
    public UserStatus {
        Objects.requireNonNull(organization, "organization");
        Objects.requireNonNull(user, "user");
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(reason, "reason");
        flows = List.copyOf(flows);
    }

    /**
     * The stage that somebody should care about most.
     *
     * @return the worst of the elements' stages; empty if nothing flows
     */
    public Optional<Stage> worst() {
        return Stage.worstFirst().stream()
                .filter(stage -> flows.stream().anyMatch(flow -> flow.stage() == stage))
                .findFirst();
    }

    /**
     * How long the oldest change has been waiting, of whatever kind and on whichever way.
     *
     * @return the greatest lag; empty if nothing waits
     */
    public Optional<Duration> lag() {
        return flows.stream().flatMap(flow -> flow.lag(at).stream()).max(Comparator.naturalOrder());
    }

    /**
     * The same, but a person has to decide something before any round runs: each element is held.
     *
     * @param reason what keeps the rounds from running, without personal data
     * @return a changed copy
     */
    public UserStatus heldBecause(String reason) {
        return instead(Stage.HELD, reason);
    }

    /**
     * The same, but a person has to mend something before any round runs: each element has failed.
     *
     * @param reason what keeps the rounds from running, without personal data
     * @return a changed copy
     */
    public UserStatus failedBecause(String reason) {
        return instead(Stage.FAILED, reason);
    }

    private UserStatus instead(Stage stage, String why) {
        return new UserStatus(
                organization,
                user,
                configuration,
                at,
                flows.stream().map(flow -> flow.instead(stage, why)).toList(),
                reason);
    }
}
