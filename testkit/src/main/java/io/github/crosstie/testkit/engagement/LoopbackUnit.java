package io.github.crosstie.testkit.engagement;

import io.github.crosstie.configuration.BusinessUnitId;
import io.github.crosstie.engagement.user.EngagementUser;
import io.github.crosstie.engagement.user.EngagementUserId;
import io.github.crosstie.engagement.user.UserField;
import io.github.crosstie.engagement.user.UserValues;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A business unit of a {@link LoopbackAccountEngagement}, with an administrator's hands. What they do is there at once,
 * but for {@linkplain LoopbackFaults#staleReads stale reads}. Thread-safe.
 */
public final class LoopbackUnit {

    private final BusinessUnitId id;
    private final Clock clock;
    private final NavigableMap<Long, List<Version>> users = new TreeMap<>();

    LoopbackUnit(BusinessUnitId id, Clock clock) {
        this.id = id;
        this.clock = clock;
    }

    /**
     * Its id.
     *
     * @return the id
     */
    public BusinessUnitId id() {
        return id;
    }

    /**
     * A new live user, with the next id.
     *
     * @param values its values; none is required
     * @return its id
     */
    public synchronized EngagementUserId add(UserValues values) {
        EngagementUserId next = new EngagementUserId(Long.toString(users.isEmpty() ? 1 : users.lastKey() + 1));
        put(new EngagementUser(next, false, values));
        return next;
    }

    /**
     * A user as given, new or in place of the one of the same id.
     *
     * @param user the user
     * @throws IllegalArgumentException if its id is no positive whole number, as those of the original are
     */
    public synchronized void put(EngagementUser user) {
        long number = number(user.id());
        Instant now = clock.instant();
        StoredUser before = latest(number);
        record(number, new StoredUser(number, user, before == null ? now : before.createdAt(), now));
    }

    /**
     * Gives a user another value.
     *
     * @param user who
     * @param field the field
     * @param value the value; null for none
     * @throws IllegalArgumentException if there is no such user
     */
    public void edit(EngagementUserId user, UserField field, @Nullable String value) {
        change(user, there -> there.with(field, value));
    }

    /**
     * Puts a user into the recycle bin.
     *
     * @param user who
     * @throws IllegalArgumentException if there is no such user
     */
    public void recycle(EngagementUserId user) {
        change(user, there -> there.recycled(true));
    }

    /**
     * Takes a user out of the recycle bin.
     *
     * @param user who
     * @throws IllegalArgumentException if there is no such user
     */
    public void restore(EngagementUserId user) {
        change(user, there -> there.recycled(false));
    }

    /**
     * Removes a user for good.
     *
     * @param user who
     * @throws IllegalArgumentException if there is no such user
     */
    public synchronized void remove(EngagementUserId user) {
        present(user);
        record(number(user), null);
    }

    /**
     * The users as they are, those in the recycle bin included.
     *
     * @return an unmodifiable list, by id
     */
    public List<EngagementUser> users() {
        return at(Instant.MAX).stream().map(StoredUser::user).toList();
    }

    /** The users as they were at a moment, by id. */
    synchronized List<StoredUser> at(Instant moment) {
        List<StoredUser> there = new ArrayList<>();
        for (List<Version> versions : users.values()) {
            StoredUser user = at(versions, moment);
            if (user != null) {
                there.add(user);
            }
        }
        return there;
    }

    private synchronized void change(EngagementUserId user, UnaryOperator<EngagementUser> change) {
        put(change.apply(present(user).user()));
    }

    private StoredUser present(EngagementUserId user) {
        StoredUser there = latest(number(user));
        if (there == null) {
            throw new IllegalArgumentException("user " + user + ": the unit has none of this id; add it first");
        }
        return there;
    }

    private @Nullable StoredUser latest(long number) {
        return at(users.getOrDefault(number, List.of()), Instant.MAX);
    }

    private static @Nullable StoredUser at(List<Version> versions, Instant moment) {
        for (int at = versions.size() - 1; at >= 0; at--) {
            if (!versions.get(at).since().isAfter(moment)) {
                return versions.get(at).user();
            }
        }
        return null;
    }

    private void record(long number, @Nullable StoredUser user) {
        users.computeIfAbsent(number, absent -> new ArrayList<>()).add(new Version(clock.instant(), user));
    }

    private static long number(EngagementUserId user) {
        if (!Objects.requireNonNull(user, "user").value().matches("[1-9][0-9]{0,17}")) {
            throw new IllegalArgumentException(
                    "user id: those of Account Engagement are positive whole numbers; use one");
        }
        return Long.parseLong(user.value());
    }

    /** A user from a moment on; null after its removal. */
    private record Version(Instant since, @Nullable StoredUser user) {}
}
