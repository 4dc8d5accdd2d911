package io.github.crosstie.assignment;

import io.github.crosstie.configuration.Assignment;
import io.github.crosstie.directory.Directory;
import io.github.crosstie.directory.Group;
import io.github.crosstie.directory.GroupId;
import io.github.crosstie.directory.Member;
import io.github.crosstie.directory.Role;
import io.github.crosstie.directory.RoleId;
import io.github.crosstie.directory.User;
import io.github.crosstie.directory.UserId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who is in what, read from raw records and raw member rows by recursion (A10 to A13). */
final class Membership {

    private final Map<RoleId, Role> roles = new HashMap<>();
    private final Map<GroupId, Set<Member>> members = new HashMap<>();
    private final Set<UserId> users = new HashSet<>();

    Membership(Directory directory) {

        directory.roles().all().forEach(role -> roles.put(role.id(), role));
        for (Group group : directory.groups().all()) {
            members.put(group.id(), directory.groups().members(group.id()));
        }
        directory.users().all().forEach(user -> users.add(user.id()));
    }

    boolean holds(Assignment assignment, User user) {
        if (assignment instanceof Assignment.OfUser of) {
            return of.user().equals(user.id());
        }
        if (assignment instanceof Assignment.OfProfile of) {
            return of.profile().equals(user.profile());
        }
        if (assignment instanceof Assignment.OfGroup of) {
            return nested(of.group()).stream()
                    .flatMap(group -> direct(group).stream())
                    .anyMatch(member -> means(member, user));
        }
        if (assignment instanceof Assignment.OfRole of) {
            return user.role().filter(of.role()::equals).isPresent();
        }
        Assignment.OfRoleAndSubordinates of = (Assignment.OfRoleAndSubordinates) assignment;
        return below(of.role(), of.internalOnly(), user);
    }

    Set<Member> direct(GroupId group) {
        return members.getOrDefault(group, Set.of());
    }

    /** The group and every group inside it. */
    Set<GroupId> nested(GroupId group) {
        Set<GroupId> found = new LinkedHashSet<>();
        collect(group, found);
        return found;
    }

    private void collect(GroupId group, Set<GroupId> found) {
        if (found.add(group)) {
            for (Member member : direct(group)) {
                if (member instanceof Member.OfGroup inner) {
                    collect(inner.group(), found);
                }
            }
        }
    }

    /** Whether a member row other than a group means the user. */
    boolean means(Member member, User user) {
        if (member instanceof Member.OfUser of) {
            return of.user().equals(user.id());
        }
        if (member instanceof Member.OfRole of) {
            return user.role().filter(of.role()::equals).isPresent();
        }
        return member instanceof Member.OfRoleAndSubordinates of && below(of.role(), of.internalOnly(), user);
    }

    boolean below(RoleId top, boolean internalOnly, User user) {
        List<RoleId> chain = chain(user);
        return chain.contains(top) && !(internalOnly && chain.stream().anyMatch(this::portal));
    }

    /** The user's role and all listed ones above it; a role whose parent was not listed is a root (A13). */
    List<RoleId> chain(User user) {
        List<RoleId> chain = new ArrayList<>();
        @Nullable RoleId at = user.role().orElse(null);
        while (at != null) {
            chain.add(at);
            @Nullable Role role = roles.get(at);
            @Nullable RoleId above = role == null ? null : role.parent();
            at = above != null && roles.containsKey(above) ? above : null;
        }
        return chain;
    }

    private boolean portal(RoleId id) {
        @Nullable Role role = roles.get(id);
        return role != null && role.portal();
    }

    boolean lineageKnown(User user) {
        return chain(user).stream().allMatch(id -> {
            @Nullable Role role = roles.get(id);
            return role != null && (role.parent() == null || roles.containsKey(role.parent()));
        });
    }

    /** Whether everybody in a group is known (A12). */
    boolean known(GroupId group) {
        return members.containsKey(group)
                && nested(group).stream()
                        .flatMap(inner -> direct(inner).stream())
                        .allMatch(this::readable);
    }

    private boolean readable(Member member) {
        if (member instanceof Member.OfUser of) {
            return users.contains(of.user());
        }
        if (member instanceof Member.OfGroup of) {
            return members.containsKey(of.group());
        }
        if (member instanceof Member.OfRole of) {
            return roles.containsKey(of.role());
        }
        return member instanceof Member.OfRoleAndSubordinates of && roles.containsKey(of.role());
    }

    boolean holdsSubtree(GroupId group) {
        return nested(group).stream()
                .flatMap(inner -> direct(inner).stream())
                .anyMatch(Member.OfRoleAndSubordinates.class::isInstance);
    }

    /** Whether an assignment may mean a user whom it is not seen to mean (A12, A13). */
    boolean mightMean(Assignment assignment, User user) {
        if (assignment instanceof Assignment.OfGroup of) {
            return !known(of.group()) || (holdsSubtree(of.group()) && !lineageKnown(user));
        }
        return assignment instanceof Assignment.OfRoleAndSubordinates && !lineageKnown(user);
    }
}
