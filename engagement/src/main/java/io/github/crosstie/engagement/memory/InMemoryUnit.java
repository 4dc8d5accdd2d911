package io.github.crosstie.engagement.memory;

import io.github.crosstie.configuration.BusinessUnitId;
import io.github.crosstie.configuration.EngagementRole;
import io.github.crosstie.engagement.connector.EngagementCapabilities;
import io.github.crosstie.engagement.connector.EngagementCode;
import io.github.crosstie.engagement.user.EngagementUser;
import io.github.crosstie.engagement.user.EngagementUserId;
import io.github.crosstie.engagement.user.UserValues;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * One business unit as people see and edit it: its users, live and recycled, and its roles. People see everything at
 * once, and faults never disturb them; only what is unique holds for them too. Thread-safe.
 */
public final class InMemoryUnit {

    private static final int WRITE_BATCH = 200;

    private final BusinessUnitId id;
    private final Clock clock;
    private final EngagementFaults faults;
    private final UserTable table = new UserTable();
    private final Map<EngagementUserId, Map<String, String>> personal = new HashMap<>();
    private EngagementCapabilities capabilities = EngagementCapabilities.full(WRITE_BATCH, Duration.ZERO);
    private int pageSize = 200;

    InMemoryUnit(BusinessUnitId id, Clock clock) {
        this.id = id;
        this.clock = clock;
        faults = new EngagementFaults(clock);
    }

    /**
     * Which unit it is.
     *
     * @return its id
     */
    public BusinessUnitId id() {
        return id;
    }

    /**
     * What can go wrong on a program's way to the unit.
     *
     * @return the faults
     */
    public EngagementFaults faults() {
        return faults;
    }

    /**
     * Lets listings show what was there some time ago, and says so: the worst that the real system does is 60 seconds.
     *
     * @param staleness how old what a listing shows is
     * @return this
     */
    public synchronized InMemoryUnit staleReads(Duration staleness) {
        capabilities = new EngagementCapabilities(
                capabilities.fields(), capabilities.writes(), capabilities.writeBatch(), staleness);
        return this;
    }

    /**
     * Lets a program do other things with the unit; {@link EngagementCapabilities#readOnly} is how the real one is.
     *
     * @param capabilities what a program can do
     * @return this
     */
    public synchronized InMemoryUnit capabilities(EngagementCapabilities capabilities) {
        this.capabilities = Objects.requireNonNull(capabilities, "capabilities");
        return this;
    }

    synchronized EngagementCapabilities capabilities() {
        return capabilities;
    }

    /**
     * Sets how many users a page of a listing holds.
     *
     * @param users how many; 1 to 1,000
     * @return this
     * @throws IllegalArgumentException if it is out of range
     */
    public synchronized InMemoryUnit pageSize(int users) {
        if (users < 1 || users > 1000) {
            throw new IllegalArgumentException("pages of " + users + " users: use 1 to 1,000");
        }
        pageSize = users;
        return this;
    }

    synchronized int pageSize() {
        return pageSize;
    }

    /**
     * Sets which CRM usernames exist; any unless set. Others are refused with code 104.
     *
     * @param known tells
     * @return this
     */
    public synchronized InMemoryUnit crmUsernames(Predicate<String> known) {
        table.crmUsernames(Objects.requireNonNull(known, "known"));
        return this;
    }

    /**
     * Makes a custom role.
     *
     * @param role the role
     * @return this
     */
    public synchronized InMemoryUnit addRole(EngagementRole role) {
        table.roles().add(role.name());
        return this;
    }

    /**
     * Deletes a role; users who have it keep its name.
     *
     * @param role the role
     * @return this
     */
    public synchronized InMemoryUnit removeRole(EngagementRole role) {
        table.roles().remove(role.name());
        return this;
    }

    synchronized Set<String> roles() {
        return new TreeSet<>(table.roles());
    }

    /**
     * A person adds a user.
     *
     * @param values the values; a role among them
     * @return the new user's id
     * @throws IllegalArgumentException if the unit refuses it, with the code that says why
     */
    public synchronized EngagementUserId add(UserValues values) {
        require(table.refusal(null, values), "adding a user");
        EngagementUserId made = table.nextId();
        table.put(new EngagementUser(made, false, values), clock.instant());
        return made;
    }

    /**
     * A person edits a user.
     *
     * @param user who
     * @param edit gives the new values
     * @throws IllegalArgumentException if there is no such user, or the unit refuses it
     */
    public synchronized void edit(EngagementUserId user, UnaryOperator<UserValues> edit) {
        EngagementUser before = require(user);
        UserValues after = edit.apply(before.values());
        require(table.refusal(user, after), "editing user " + user);
        table.put(new EngagementUser(user, before.recycled(), after), clock.instant());
    }

    /**
     * A person recycles a user, even the last Administrator.
     *
     * @param user who
     * @throws IllegalArgumentException if there is no such user
     */
    public synchronized void recycle(EngagementUserId user) {
        table.put(require(user).recycled(true), clock.instant());
    }

    /**
     * A person takes a user out of the recycle bin.
     *
     * @param user who
     * @throws IllegalArgumentException if there is no such user
     */
    public synchronized void restore(EngagementUserId user) {
        table.put(require(user).recycled(false), clock.instant());
    }

    private EngagementUser require(EngagementUserId user) {
        return table.find(user)
                .orElseThrow(() -> new IllegalArgumentException("business unit " + id + " has no user " + user));
    }

    private void require(@Nullable EngagementCode refusal, String doing) {
        if (refusal != null) {
            throw new IllegalArgumentException(
                    "business unit " + id + ": " + doing + " is refused: code " + refusal.number() + " " + refusal);
        }
    }

    /**
     * Sets something that belongs to the people of the unit alone, such as tags or a signature: a program neither sees
     * it nor may it ever change.
     *
     * @param user whose
     * @param name what
     * @param value the value
     */
    public synchronized void setPersonal(EngagementUserId user, String name, String value) {
        require(user);
        personal.computeIfAbsent(user, none -> new HashMap<>()).put(name, value);
    }

    /**
     * What belongs to the people of the unit alone.
     *
     * @param user whose
     * @return the values by name
     */
    public synchronized Map<String, String> personal(EngagementUserId user) {
        return Map.copyOf(personal.getOrDefault(user, Map.of()));
    }

    /**
     * Everybody, live and recycled.
     *
     * @return the users by id, as they are now
     */
    public synchronized List<EngagementUser> users() {
        return table.asOf(clock.instant());
    }

    /**
     * A user.
     *
     * @param user the id
     * @return the user as it is now, or empty if there is none
     */
    public synchronized Optional<EngagementUser> find(EngagementUserId user) {
        return table.find(user);
    }

    /** What a listing shows that begins now. */
    synchronized List<EngagementUser> shown() {
        return table.asOf(clock.instant().minus(capabilities.staleness()));
    }

    synchronized <T> T onTable(TableUse<T> use) {
        return use.apply(table, clock.instant());
    }

    Clock clock() {
        return clock;
    }

    /** Something done to the table under the unit's lock. */
    @FunctionalInterface
    interface TableUse<T> {
        T apply(UserTable table, java.time.Instant now);
    }
}
