package io.github.crosstie.engagement.memory;

import io.github.crosstie.configuration.EngagementRole;
import io.github.crosstie.engagement.connector.EngagementCode;
import io.github.crosstie.engagement.user.EngagementUser;
import io.github.crosstie.engagement.user.EngagementUserId;
import io.github.crosstie.engagement.user.UniqueKey;
import io.github.crosstie.engagement.user.UserField;
import io.github.crosstie.engagement.user.UserValues;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The users of a unit, what must be unique among them, and what was there earlier. Whoever uses it holds the unit's
 * lock.
 */
final class UserTable {

    /** What a user was from a moment on. */
    private record Version(Instant from, EngagementUser user) {}

    private final TreeMap<EngagementUserId, List<Version>> versions = new TreeMap<>();
    private final Map<String, EngagementUserId> addresses = new HashMap<>();
    private final Map<String, EngagementUserId> usernames = new HashMap<>();
    private final Set<String> roles = new TreeSet<>(Set.of(
            EngagementRole.ADMINISTRATOR.name(),
            EngagementRole.MARKETING.name(),
            EngagementRole.SALES_MANAGER.name(),
            EngagementRole.SALES.name()));
    private Predicate<String> crmUsernames = any -> true;
    private int administrators;
    private int created;

    Set<String> roles() {
        return roles;
    }

    void crmUsernames(Predicate<String> known) {
        crmUsernames = known;
    }

    Optional<EngagementUser> find(EngagementUserId id) {
        @Nullable List<Version> all = versions.get(id);
        return all == null ? Optional.empty() : Optional.of(latest(all));
    }

    private static EngagementUser latest(List<Version> all) {
        return all.get(all.size() - 1).user();
    }

    /** Everybody as of a moment, by id. */
    List<EngagementUser> asOf(Instant moment) {
        List<EngagementUser> users = new ArrayList<>();
        for (List<Version> all : versions.values()) {
            for (int at = all.size() - 1; at >= 0; at--) {
                if (!all.get(at).from().isAfter(moment)) {
                    users.add(all.get(at).user());
                    break;
                }
            }
        }
        return users;
    }

    EngagementUserId nextId() {
        return new EngagementUserId(Integer.toString(++created));
    }

    /** Why a user cannot have these values; null if nothing is against it. */
    @Nullable
    EngagementCode refusal(@Nullable EngagementUserId id, UserValues values) {
        @Nullable String address = values.value(UserField.EMAIL_ADDRESS);
        if (address != null && isTaken(addresses, address, id)) {
            return EngagementCode.EMAIL_EXISTS;
        }
        @Nullable String username = values.value(UserField.CRM_USERNAME);
        if (username != null && isNew(id, username)) {
            if (isTaken(usernames, username, id) || isTaken(addresses, username, id)) {
                return EngagementCode.USERNAME_TAKEN;
            }
            if (!crmUsernames.test(username)) {
                return EngagementCode.USERNAME_NOT_FOUND;
            }
        }
        @Nullable String role = values.value(UserField.ROLE);
        if (role == null || !roles.contains(role)) {
            return EngagementCode.BAD_ROLE;
        }
        return isTimeZone(values.value(UserField.TIME_ZONE)) ? null : EngagementCode.BAD_TIME_ZONE;
    }

    /** A username that the user had before is theirs, whoever has taken it for an address since. */
    private boolean isNew(@Nullable EngagementUserId id, String username) {
        return id == null
                || find(id).flatMap(user -> user.values().get(UserField.CRM_USERNAME))
                        .filter(before -> UniqueKey.of(before).equals(UniqueKey.of(username)))
                        .isEmpty();
    }

    private static boolean isTaken(Map<String, EngagementUserId> holders, String value, @Nullable EngagementUserId id) {
        @Nullable EngagementUserId holder = holders.get(UniqueKey.of(value));
        return holder != null && !holder.equals(id);
    }

    private static boolean isTimeZone(@Nullable String name) {
        if (name == null) {
            return true;
        }
        try {
            return !ZoneId.of(name).getId().isEmpty();
        } catch (DateTimeException unknown) {
            return false;
        }
    }

    /** Whether this would be the last Administrator to cease to be one. */
    boolean endsAdministrators(EngagementUser before, EngagementUser after) {
        return isAdministrator(before) && !isAdministrator(after) && administrators == 1;
    }

    private static boolean isAdministrator(EngagementUser user) {
        return !user.recycled()
                && EngagementRole.ADMINISTRATOR.name().equals(user.values().value(UserField.ROLE));
    }

    void put(EngagementUser user, Instant now) {
        List<Version> all = versions.computeIfAbsent(user.id(), none -> new ArrayList<>(1));
        if (!all.isEmpty()) {
            forget(latest(all));
        }
        all.add(new Version(now, user));
        remember(user);
    }

    private void remember(EngagementUser user) {
        administrators += isAdministrator(user) ? 1 : 0;
        user.values()
                .get(UserField.EMAIL_ADDRESS)
                .ifPresent(address -> addresses.put(UniqueKey.of(address), user.id()));
        user.values().get(UserField.CRM_USERNAME).ifPresent(name -> usernames.put(UniqueKey.of(name), user.id()));
    }

    private void forget(EngagementUser user) {
        administrators -= isAdministrator(user) ? 1 : 0;
        user.values()
                .get(UserField.EMAIL_ADDRESS)
                .ifPresent(address -> addresses.remove(UniqueKey.of(address), user.id()));
        user.values().get(UserField.CRM_USERNAME).ifPresent(name -> usernames.remove(UniqueKey.of(name), user.id()));
    }
}
