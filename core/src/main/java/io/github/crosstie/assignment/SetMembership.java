package io.github.crosstie.assignment;

import io.github.crosstie.assignment.WitnessPath.Step;
import io.github.crosstie.configuration.Assignment;
import io.github.crosstie.configuration.AssignmentKind;
import io.github.crosstie.configuration.BusinessUnit;
import io.github.crosstie.configuration.ConfigurationId;
import io.github.crosstie.configuration.ConfigurationSet;
import io.github.crosstie.configuration.EngagementSet;
import io.github.crosstie.configuration.SyncConfiguration;
import io.github.crosstie.directory.Directory;
import io.github.crosstie.directory.UserId;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who is in which set of which business unit (rules U), by the same spreading of claims that configurations use. Sets do not
 * compete: a user may be in any number of them. Immutable and thread-safe.
 */
public final class SetMembership {

    private final Directory directory;
    private final List<BusinessUnit> units;
    private final UserResolution claims;
    private final BitSet mayHoldAnybody = new BitSet();
    private final BitSet mayReachDown = new BitSet();
    private final Nesting nesting;
    private final Map<Integer, BitSet> individuals = new HashMap<>();

    private SetMembership(Directory directory, List<BusinessUnit> units) {
        this.directory = directory;
        this.units = List.copyOf(units);
        nesting = new Nesting(directory);
        SyncConfiguration[] sets = Stream.iterate(0, ordinal -> ordinal < 2 * units.size(), ordinal -> ordinal + 1)
                .map(this::indirect)
                .toArray(SyncConfiguration[]::new);
        ConfigurationSet set = ConfigurationSet.of(directory.organization().id(), sets);
        ClaimTable table = new ClaimTable(set, directory);
        claims = new UserResolution(table, directory);
        for (int ordinal = 0; ordinal < sets.length; ordinal++) {
            List<Assignment> assignments = set(ordinal);
            mayHoldAnybody.set(ordinal, assignments.stream().anyMatch(table.unknown::unknownGroup));
            mayReachDown.set(ordinal, assignments.stream().anyMatch(table.unknown::mayReachDown));
        }
    }

    /**
     * Finds out who is in which set.
     *
     * @param directory who is there
     * @param units the business units
     * @return the memberships
     */
    public static SetMembership of(Directory directory, List<BusinessUnit> units) {
        return new SetMembership(directory, units);
    }

    /** A set stands in the claim table as a configuration of its group and role assignments; users are kept apart. */
    private SyncConfiguration indirect(int ordinal) {
        List<Assignment> assignments = set(ordinal);
        for (Assignment assignment : assignments) {
            int user = assignment instanceof Assignment.OfUser of
                    ? directory.users().slot(of.user())
                    : -1;
            if (user >= 0) {
                individuals.computeIfAbsent(user, none -> new BitSet()).set(ordinal);
            }
        }
        // fixed width, so that the order of ids is the order of ordinals
        return SyncConfiguration.builder(new ConfigurationId(Integer.toString(1_000_000_000 + ordinal)))
                .assignments(assignments.stream()
                        .filter(each -> each.kind() != AssignmentKind.USER)
                        .toList())
                .build();
    }

    private List<Assignment> set(int ordinal) {
        return units.get(ordinal / 2)
                .assignments(ordinal % 2 == 0 ? EngagementSet.MARKETING_USERS : EngagementSet.SALES_USERS);
    }

    /**
     * The business units, in the order given.
     *
     * @return an unmodifiable list
     */
    public List<BusinessUnit> units() {
        return units;
    }

    /**
     * The directory that was looked at.
     *
     * @return the directory
     */
    public Directory directory() {
        return directory;
    }

    /**
     * All memberships of a user, for bulk readers.
     *
     * @param slot the user's slot
     * @return the sets that hold the user
     */
    public UnitSets sets(int slot) {
        return new UnitSets(found(slot));
    }

    private BitSet found(int slot) {
        BitSet found = claims.claims(slot);
        BitSet own = individuals.get(slot);
        if (own != null) {
            found.or(own);
        }
        return found;
    }

    /**
     * The sets that a user is not found in but may be in all the same, because a membership cannot be read: nothing may be
     * removed on the strength of the user's absence from them (A12, G3).
     *
     * @param slot the user's slot
     * @return the sets that may hold the user; none of them is in {@link #sets}
     */
    public UnitSets unknown(int slot) {
        BitSet unknown = new BitSet();
        int role = directory.users().role(slot);
        if (!directory.complete()) {
            unknown.set(0, 2 * units.size());
        }
        unknown.or(mayHoldAnybody);
        if (role >= 0 && !directory.roles().lineageKnown(role)) {
            unknown.or(mayReachDown);
        }
        unknown.andNot(found(slot));
        return new UnitSets(unknown);
    }

    /**
     * How a user comes to be in a set (A8).
     *
     * @param user who
     * @param unit the place of the unit in {@link #units}
     * @param set which of its sets
     * @return a witness path by the strongest kind of assignment, or empty if the user is not in the set
     * @throws IllegalArgumentException if there is no such user
     */
    public Optional<WitnessPath> witness(UserId user, int unit, EngagementSet set) {
        int slot = directory.users().slot(user);
        if (slot < 0) {
            throw new IllegalArgumentException(
                    "organization " + directory.organization() + " has no user " + user + "; ids are case-sensitive");
        }
        Witness witness = new Witness(directory, nesting, slot);
        return units.get(unit).assignments(set).stream()
                .sorted(Comparator.comparing(Assignment::kind).thenComparing(Assignment::targetId))
                .flatMap(assignment -> path(witness, assignment, user).stream())
                .findFirst();
    }

    private Optional<WitnessPath> path(Witness witness, Assignment assignment, UserId user) {
        @Nullable List<Step> steps = witness.steps(assignment, ClaimTable.slotOf(assignment, directory));
        return steps == null ? Optional.empty() : Optional.of(new WitnessPath(steps, user));
    }
}
