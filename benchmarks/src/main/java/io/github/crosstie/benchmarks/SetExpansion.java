package io.github.crosstie.benchmarks;

import io.github.crosstie.assignment.OrganizationSetup;
import io.github.crosstie.configuration.Assignment;
import io.github.crosstie.configuration.AssignmentKind;
import io.github.crosstie.configuration.ConfigurationId;
import io.github.crosstie.configuration.SyncConfiguration;
import io.github.crosstie.directory.Directory;
import io.github.crosstie.directory.User;
import io.github.crosstie.directory.UserId;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a user would write: expand every assignment into a set of users, strongest first, and let the first claim stand.
 * Assignments that a later one of the same target superseded are dropped beforehand, as the rules ask.
 */
final class SetExpansion {

    private record Claim(AssignmentKind kind, SyncConfiguration configuration, Assignment assignment) {}

    private static final Comparator<SyncConfiguration> STRENGTH = Comparator.comparing(
                    SyncConfiguration::modifiedAt, Comparator.nullsLast(Comparator.<Instant>reverseOrder()))
            .thenComparing(SyncConfiguration::id);

    private SetExpansion() {}

    static Map<UserId, ConfigurationId> resolve(OrganizationSetup setup) {
        Directory directory = setup.directory();
        Map<UserId, ConfigurationId> effective = new HashMap<>();
        Set<String> moved = new HashSet<>();
        List<Claim> claims = setup.configurations().configurations().stream()
                .flatMap(each -> each.assignments().stream().map(one -> new Claim(one.kind(), each, one)))
                .sorted(Comparator.comparing(Claim::kind).thenComparing(Claim::configuration, STRENGTH))
                .toList();
        for (Claim claim : claims) {
            boolean single = claim.kind() == AssignmentKind.USER || claim.kind() == AssignmentKind.PROFILE;
            boolean superseded =
                    single && !moved.add(claim.kind() + claim.assignment().targetId());
            if (!superseded && claim.configuration().active()) {
                for (UserId user : expand(directory, claim.assignment())) {
                    effective.putIfAbsent(user, claim.configuration().id());
                }
            }
        }
        directory.users().all().stream()
                .filter(user -> !user.active())
                .map(User::id)
                .forEach(effective::remove);
        return effective;
    }

    private static Set<UserId> expand(Directory directory, Assignment assignment) {
        if (assignment instanceof Assignment.OfUser of) {
            return directory.users().find(of.user()).isPresent() ? Set.of(of.user()) : Set.of();
        }
        if (assignment instanceof Assignment.OfGroup of) {
            return directory.closure(of.group()).users();
        }
        if (assignment instanceof Assignment.OfRole of) {
            return directory.usersInRole(of.role(), false, true);
        }
        if (assignment instanceof Assignment.OfRoleAndSubordinates of) {
            return directory.usersInRole(of.role(), true, of.internalOnly());
        }
        Set<UserId> withProfile = new HashSet<>();
        for (User user : directory.users().all()) {
            if (user.profile().value().equals(assignment.targetId())) {
                withProfile.add(user.id());
            }
        }
        return withProfile;
    }
}
