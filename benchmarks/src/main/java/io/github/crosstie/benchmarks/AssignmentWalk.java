package io.github.crosstie.benchmarks;

import io.github.crosstie.benchmarks.StrongestFirst.Claim;
import io.github.crosstie.configuration.Assignment;
import io.github.crosstie.configuration.ConfigurationId;
import io.github.crosstie.directory.Directory;
import io.github.crosstie.directory.GroupId;
import io.github.crosstie.directory.Member;
import io.github.crosstie.directory.RoleId;
import io.github.crosstie.directory.Roles;
import io.github.crosstie.directory.User;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a user would write to resolve one user: walk the assignments and look whether they mean the user, remembering of each
 * group whether it holds them.
 */
final class AssignmentWalk {

    private final Directory directory;
    private final User user;
    private final Set<GroupId> holding = new HashSet<>();
    private final Set<GroupId> notHolding = new HashSet<>();

    AssignmentWalk(Directory directory, User user) {
        this.directory = directory;
        this.user = user;
    }

    /** The configuration that the user syncs by, given all claims, strongest first. */
    Optional<ConfigurationId> effective(List<Claim> claims) {
        return claims.stream()
                .filter(claim -> user.active() && claim.configuration().active() && means(claim.assignment()))
                .map(claim -> claim.configuration().id())
                .findFirst();
    }

    /** The claims that mean the user. */
    Stream<Claim> routes(List<Claim> claims) {
        return claims.stream().filter(claim -> means(claim.assignment()));
    }

    private boolean means(Assignment assignment) {
        if (assignment instanceof Assignment.OfUser of) {
            return of.user().equals(user.id());
        }
        if (assignment instanceof Assignment.OfProfile of) {
            return of.profile().equals(user.profile());
        }
        if (assignment instanceof Assignment.OfGroup of) {
            return inGroup(of.group());
        }
        if (assignment instanceof Assignment.OfRole of) {
            return of.role().equals(role());
        }
        Assignment.OfRoleAndSubordinates of = (Assignment.OfRoleAndSubordinates) assignment;
        return inSubtree(of.role(), of.internalOnly());
    }

    private @Nullable RoleId role() {
        return user.role().orElse(null);
    }

    private boolean inSubtree(RoleId top, boolean internalOnly) {
        Roles roles = directory.roles();
        RoleId own = role();
        return own != null && roles.inSubtree(roles.slot(own), roles.slot(top), internalOnly);
    }

    private boolean inGroup(GroupId group) {
        if (holding.contains(group)) {
            return true;
        }
        Set<GroupId> seen = new HashSet<>();
        boolean found = search(group, seen);
        if (found) {
            holding.add(group);
        } else {
            notHolding.addAll(seen);
        }
        return found;
    }

    private boolean search(GroupId group, Set<GroupId> seen) {
        if (notHolding.contains(group) || !seen.add(group)) {
            return false;
        }
        Set<Member> members = directory.groups().members(group);
        return holding.contains(group)
                || members.contains(new Member.OfUser(user.id()))
                || members.stream().anyMatch(member -> holds(member, seen));
    }

    private boolean holds(Member member, Set<GroupId> seen) {
        if (member instanceof Member.OfGroup of) {
            return search(of.group(), seen);
        }
        if (member instanceof Member.OfRole of) {
            return of.role().equals(role());
        }
        return member instanceof Member.OfRoleAndSubordinates of && inSubtree(of.role(), of.internalOnly());
    }
}
