package io.github.crosstie.assignment;

import io.github.crosstie.configuration.AssignmentKind;
import io.github.crosstie.configuration.ConfigurationId;
import io.github.crosstie.configuration.ConfigurationSet;
import io.github.crosstie.configuration.SyncConfiguration;
import io.github.crosstie.directory.Directory;
import io.github.crosstie.directory.UserId;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Who of an organization syncs by what: the answer of {@link AssignmentResolver} for everybody, at four bytes a user.
 * Explanations are made on demand. Immutable and thread-safe; a changed directory or configuration set gives a new roster by
 * {@link #update}, which resolves anew only the users that the change can affect.
 *
 * <p>Bulk readers walk the user slots of {@link Directory#users}.
 */
public final class Roster {

    private final Directory directory;
    private final ConfigurationSet configurations;
    private final ClaimTable table;
    private final Nesting nesting;
    private final Answers answers;
    private final int recomputed;

    private Roster(
            Directory directory,
            ConfigurationSet configurations,
            ClaimTable table,
            Nesting nesting,
            Answers answers,
            int recomputed) {
        this.directory = directory;
        this.configurations = configurations;
        this.table = table;
        this.nesting = nesting;
        this.answers = answers;
        this.recomputed = recomputed;
    }

    static void requireSameOrganization(Directory directory, ConfigurationSet configurations) {
        if (!directory.organization().id().equals(configurations.organization())) {
            throw new IllegalArgumentException("configurations of organization " + configurations.organization()
                    + " cannot be resolved against the directory of organization "
                    + directory.organization().id() + "; pass both of the same organization");
        }
    }

    static Roster resolve(Directory directory, ConfigurationSet configurations) {
        requireSameOrganization(directory, configurations);
        return resolve(directory, configurations, new ClaimTable(configurations, directory));
    }

    private static Roster resolve(Directory directory, ConfigurationSet configurations, ClaimTable table) {
        int count = directory.users().size();
        Answers answers = Answers.of(new UserResolution(table, directory), count);
        return new Roster(directory, configurations, table, new Nesting(directory), answers, count);
    }

    /**
     * The roster of a changed directory, of changed configurations or of both. Equal to resolving from scratch; only users
     * that the change can affect are looked at again.
     *
     * @param newDirectory the directory as it is now; cheap if it {@linkplain Directory#continues continues} the old one
     * @param newConfigurations the configurations as they are now
     * @return the new roster
     * @throws IllegalArgumentException if they belong to different organizations
     */
    public Roster update(Directory newDirectory, ConfigurationSet newConfigurations) {
        requireSameOrganization(newDirectory, newConfigurations);
        if (!newDirectory.continues(directory)
                || newDirectory.complete() != directory.complete()
                || !newConfigurations.order().equals(configurations.order())) {
            return resolve(newDirectory, newConfigurations);
        }
        if (table.holdsFor(newConfigurations, directory, newDirectory)) {
            return resolveAnew(AffectedUsers.of(directory, newDirectory), newDirectory, newConfigurations, table);
        }
        ClaimTable newTable = new ClaimTable(newConfigurations, newDirectory);
        if (!newTable.ranks.sameOrdinals(table.ranks)) {
            return resolve(newDirectory, newConfigurations, newTable);
        }
        long[] changed = newTable.ranks.changedSince(table.ranks);
        if (!newTable.unknown.sameGroup(table.unknown, changed)) {
            return resolve(newDirectory, newConfigurations, newTable);
        }
        BitSet affected = AffectedUsers.of(table, newTable, changed, directory, newDirectory);
        return resolveAnew(affected, newDirectory, newConfigurations, newTable);
    }

    private Roster resolveAnew(
            BitSet affected, Directory newDirectory, ConfigurationSet newConfigurations, ClaimTable newTable) {
        UserResolution resolution = new UserResolution(newTable, newDirectory);
        Answers newAnswers =
                answers.with(affected, resolution, newDirectory.users().size());
        Nesting newNesting = newDirectory.sameStructure(directory) ? nesting : new Nesting(newDirectory);
        return new Roster(newDirectory, newConfigurations, newTable, newNesting, newAnswers, affected.cardinality());
    }

    /**
     * The directory that was resolved.
     *
     * @return the directory
     */
    public Directory directory() {
        return directory;
    }

    /**
     * The configurations that were resolved.
     *
     * @return the configurations
     */
    public ConfigurationSet configurations() {
        return configurations;
    }

    /** How many users were looked at to make this roster: all of them when resolved from scratch, fewer after an update. */
    int recomputed() {
        return recomputed;
    }

    /**
     * Assignments whose target the directory does not list.
     *
     * @return an unmodifiable list, in the order of the configurations
     */
    public List<UnresolvedTarget> unresolvedTargets() {
        return List.copyOf(table.unresolved);
    }

    /**
     * Everybody who syncs, in slot order.
     *
     * @return the enrollments
     */
    public Stream<Enrollment> enrollments() {
        return IntStream.range(0, answers.size()).boxed().flatMap(slot -> enrollment(slot).stream());
    }

    /**
     * What a user syncs by.
     *
     * @param user who
     * @return the enrollment, or empty if the user does not sync
     * @throws IllegalArgumentException if there is no such user
     */
    public Optional<Enrollment> enrollment(UserId user) {
        return enrollment(slot(directory, user));
    }

    private Optional<Enrollment> enrollment(int slot) {
        int ordinal = effective(slot);
        return ordinal < 0
                ? Optional.empty()
                : Optional.of(new Enrollment(
                        directory.users().at(slot).id(), table.ranks.at(ordinal).id(), kind(slot)));
    }

    /**
     * What a user syncs by, and why (A8).
     *
     * @param user who
     * @return the explanation
     * @throws IllegalArgumentException if there is no such user
     */
    public Resolution resolution(UserId user) {
        int slot = slot(directory, user);
        return explain(directory, configurations, table, nesting, slot);
    }

    static Resolution resolveOne(Directory directory, ConfigurationSet configurations, UserId user) {
        requireSameOrganization(directory, configurations);
        int slot = slot(directory, user);
        ClaimTable table = new ClaimTable(configurations, directory);
        return explain(directory, configurations, table, new Nesting(directory), slot);
    }

    private static Resolution explain(
            Directory directory, ConfigurationSet configurations, ClaimTable table, Nesting nesting, int slot) {
        UserResolution bulk = new UserResolution(table, directory);
        return new Explanation(directory, table, bulk, configurations.order(), nesting, slot).explain();
    }

    private static int slot(Directory directory, UserId user) {
        int slot = directory.users().slot(user);
        if (slot < 0) {
            throw new IllegalArgumentException(
                    "organization " + directory.organization() + " has no user " + user + "; ids are case-sensitive");
        }
        return slot;
    }

    /**
     * Whether a user syncs, for bulk readers.
     *
     * @param slot the user's slot
     * @return true if an active configuration applies
     */
    public boolean syncs(int slot) {
        return effective(slot) >= 0;
    }

    /**
     * What a user syncs by, for bulk readers.
     *
     * @param slot the user's slot
     * @return the configuration that applies, or empty if the user does not sync
     */
    public Optional<SyncConfiguration> configuration(int slot) {
        int ordinal = effective(slot);
        return ordinal < 0 ? Optional.empty() : Optional.of(table.ranks.at(ordinal));
    }

    /** The place of the effective configuration in {@link ConfigurationSet#configurations}, or -1 if the user does not sync. */
    int effective(int slot) {
        return Answer.effective(answers.get(slot));
    }

    /** By which kind of assignment the effective configuration claims a user; without meaning for who does not sync. */
    AssignmentKind kind(int slot) {
        return Answer.kind(answers.get(slot));
    }

    /**
     * Whether an inactive configuration claims a user (A6).
     *
     * @param slot the user's slot
     * @return true if there is a dormant route
     */
    public boolean dormant(int slot) {
        return Answer.dormant(answers.get(slot));
    }

    /**
     * Whether more than one configuration claims a user, inactive ones included.
     *
     * @param slot the user's slot
     * @return true if so
     */
    public boolean contested(int slot) {
        return Answer.contested(answers.get(slot));
    }

    /**
     * Whether no unreadable membership could change a user's answer; if not, nothing may be removed on its strength (A12,
     * G3).
     *
     * @param slot the user's slot
     * @return true if certain
     */
    public boolean certain(int slot) {
        return !Answer.uncertain(answers.get(slot));
    }

    /**
     * How many users sync by each configuration; configurations that nobody syncs by count 0.
     *
     * @return the numbers, ordered by configuration id
     */
    public Map<ConfigurationId, Integer> counts() {
        int[] users = new int[table.ranks.count()];
        for (int slot = 0; slot < answers.size(); slot++) {
            int ordinal = effective(slot);
            if (ordinal >= 0) {
                users[ordinal]++;
            }
        }
        Map<ConfigurationId, Integer> counts = new TreeMap<>();
        for (int ordinal = 0; ordinal < users.length; ordinal++) {
            counts.put(table.ranks.at(ordinal).id(), users[ordinal]);
        }
        return counts;
    }

    @Override
    public String toString() {
        long syncing = IntStream.range(0, answers.size())
                .filter(slot -> effective(slot) >= 0)
                .count();
        return "Roster[" + directory.organization() + ": " + syncing + " of " + answers.size() + " users sync]";
    }
}
