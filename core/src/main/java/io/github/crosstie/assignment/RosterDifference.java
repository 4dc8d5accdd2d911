package io.github.crosstie.assignment;

import io.github.crosstie.configuration.ConfigurationId;
import io.github.crosstie.directory.OrganizationId;
import io.github.crosstie.directory.UserId;
import io.github.crosstie.fault.Incubating;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Who syncs otherwise in one state of an organization than in another: what has happened between two snapshots, or what
 * would happen if a {@link Supposition} came true.
 *
 * @param organization whose users
 * @param changes those who sync otherwise, by user id
 */
@Incubating
public record RosterDifference(OrganizationId organization, List<Change> changes) {

    /** Copies the list. */
    public RosterDifference {
        Objects.requireNonNull(organization, "organization");
        changes = List.copyOf(changes);
    }

    /** What becomes of a user. */
    public enum Kind {
        /** The user did not sync, and does. */
        BEGINS,
        /** The user synced, and does not any more; nothing is deleted by that (A15). */
        ENDS,
        /** The user goes on by another configuration. */
        MOVES
    }

    /**
     * One user who syncs otherwise.
     *
     * @param user who
     * @param before the configuration that applied; null if the user did not sync
     * @param after the configuration that applies; null if the user does not sync
     * @param why how the user is meant by the configuration that applies, or by the one that did if none does
     * @param certain whether no unreadable membership could change either answer (A12)
     */
    public record Change(
            UserId user,
            @Nullable ConfigurationId before,
            @Nullable ConfigurationId after,
            WitnessPath why,
            boolean certain) {

        /**
         * Checks that something changes.
         *
         * @throws IllegalArgumentException if the same configuration applies before and after
         */
        public Change {
            Objects.requireNonNull(user, "user");
            Objects.requireNonNull(why, "why");
            if (Objects.equals(before, after)) {
                throw new IllegalArgumentException("user " + user + " syncs as before; leave the user out");
            }
        }

        /**
         * What becomes of the user.
         *
         * @return the kind
         */
        public Kind kind() {
            if (before == null) {
                return Kind.BEGINS;
            }
            return after == null ? Kind.ENDS : Kind.MOVES;
        }
    }

    /**
     * Compares two states. Users whom only one of them knows count as not syncing in the other.
     *
     * @param before the earlier state
     * @param after the later one, of the same organization
     * @return the difference; without changes if everybody syncs as before
     * @throws IllegalArgumentException if the states are of different organizations
     */
    public static RosterDifference between(Roster before, Roster after) {
        OrganizationId organization = before.directory().organization().id();
        if (!after.directory().organization().id().equals(organization)) {
            throw new IllegalArgumentException("rosters of " + organization + " and "
                    + after.directory().organization().id() + ": compare two states of one organization");
        }
        Map<UserId, ConfigurationId> earlier = configurations(before);
        Map<UserId, ConfigurationId> later = configurations(after);
        TreeSet<UserId> users = new TreeSet<>(earlier.keySet());
        users.addAll(later.keySet());
        List<Change> changes = new ArrayList<>();
        for (UserId user : users) {
            if (!Objects.equals(earlier.get(user), later.get(user))) {
                changes.add(change(user, before, after));
            }
        }
        return new RosterDifference(organization, changes);
    }

    private static Map<UserId, ConfigurationId> configurations(Roster roster) {
        return roster.enrollments()
                .collect(Collectors.toMap(
                        Enrollment::user, Enrollment::configuration, (first, second) -> first, TreeMap::new));
    }

    private static Change change(UserId user, Roster before, Roster after) {
        Resolution was = known(user, before);
        Resolution is = known(user, after);
        Route told = is == null ? null : is.effective().orElse(null);
        if (told == null && was != null) {
            told = was.effective().orElse(null);
        }
        return new Change(
                user,
                was == null ? null : was.configuration().orElse(null),
                is == null ? null : is.configuration().orElse(null),
                told == null ? new WitnessPath(List.of(), user) : told.path(),
                (was == null || was.certain()) && (is == null || is.certain()));
    }

    private static @Nullable Resolution known(UserId user, Roster roster) {
        return roster.directory().users().find(user).isPresent() ? roster.resolution(user) : null;
    }

    /**
     * The changes of one kind.
     *
     * @param kind what becomes of the users
     * @return the changes, by user id
     */
    public List<Change> ofKind(Kind kind) {
        return changes.stream().filter(change -> change.kind() == kind).toList();
    }
}
