package io.github.crosstie.engagement.internal.apply;

import io.github.crosstie.directory.UserId;
import io.github.crosstie.engagement.connector.UnitListing;
import io.github.crosstie.engagement.internal.guard.People;
import io.github.crosstie.engagement.plan.UserChange;
import io.github.crosstie.engagement.user.EngagementUser;
import io.github.crosstie.engagement.user.EngagementUserId;
import io.github.crosstie.engagement.user.UniqueKey;
import io.github.crosstie.engagement.user.UserField;
import io.github.crosstie.engagement.user.UserValues;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The users of a unit as they were listed, kept up with what was written since. Not thread-safe. */
final class WorkingPicture {

    private final People people;
    private final boolean complete;
    private final Map<EngagementUserId, EngagementUser> users = new LinkedHashMap<>();
    private final Map<String, EngagementUserId> addresses = new HashMap<>();
    private final Map<String, EngagementUserId> usernames = new HashMap<>();
    private final Map<UserId, List<EngagementUserId>> mapped = new HashMap<>();

    WorkingPicture(UnitListing listing, People people) {
        this.people = people;
        complete = listing.complete();
        listing.users().forEach(this::put);
    }

    private void put(EngagementUser user) {
        @Nullable EngagementUser before = users.put(user.id(), user);
        if (before != null) {
            before.values()
                    .get(UserField.EMAIL_ADDRESS)
                    .ifPresent(old -> addresses.remove(UniqueKey.of(old), user.id()));
            before.values()
                    .get(UserField.CRM_USERNAME)
                    .ifPresent(old -> usernames.remove(UniqueKey.of(old), user.id()));
        } else {
            people.crmUser(user)
                    .ifPresent(crmUser -> mapped.computeIfAbsent(crmUser, none -> new ArrayList<>(1))
                            .add(user.id()));
        }
        user.values().get(UserField.EMAIL_ADDRESS).ifPresent(value -> addresses.put(UniqueKey.of(value), user.id()));
        user.values().get(UserField.CRM_USERNAME).ifPresent(value -> usernames.put(UniqueKey.of(value), user.id()));
    }

    /** Whether somebody who is not in it is not there. */
    boolean isComplete() {
        return complete;
    }

    Optional<EngagementUser> find(EngagementUserId id) {
        return Optional.ofNullable(users.get(id));
    }

    /** Those who are mapped to a CRM user, by id. */
    List<EngagementUser> mappedTo(UserId crmUser) {
        List<EngagementUser> found = new ArrayList<>();
        for (EngagementUserId id : mapped.getOrDefault(crmUser, List.of())) {
            @Nullable EngagementUser user = users.get(id);
            if (user != null) {
                found.add(user);
            }
        }
        return found;
    }

    /** Takes a change into account that was made. */
    void make(UserChange change, EngagementUserId id) {
        if (change instanceof UserChange.Create create) {
            put(new EngagementUser(id, false, create.values()));
            return;
        }
        @Nullable EngagementUser before = users.get(id);
        if (before == null) {
            return;
        }
        if (change instanceof UserChange.Update update) {
            put(new EngagementUser(id, before.recycled(), update.difference().applyTo(before.values())));
        } else {
            put(before.recycled(change instanceof UserChange.Recycle));
        }
    }

    /** Whether somebody else still has an address or username that a change takes. */
    boolean isBlocked(UserChange change) {
        if (change instanceof UserChange.Create create) {
            UserValues values = create.values();
            return isTaken(addresses, values.value(UserField.EMAIL_ADDRESS), null)
                    || isTaken(usernames, values.value(UserField.CRM_USERNAME), null)
                    || isTaken(addresses, values.value(UserField.CRM_USERNAME), null);
        }
        if (change instanceof UserChange.Update update) {
            @Nullable String address = after(update, UserField.EMAIL_ADDRESS);
            @Nullable String username = after(update, UserField.CRM_USERNAME);
            return isTaken(addresses, address, update.target())
                    || isTaken(usernames, username, update.target())
                    || isTaken(addresses, username, update.target());
        }
        return false;
    }

    private static @Nullable String after(UserChange.Update update, UserField field) {
        return update.difference().get(field).map(change -> change.after()).orElse(null);
    }

    private static boolean isTaken(
            Map<String, EngagementUserId> holders, @Nullable String value, @Nullable EngagementUserId own) {
        if (value == null) {
            return false;
        }
        @Nullable EngagementUserId holder = holders.get(UniqueKey.of(value));
        return holder != null && !holder.equals(own);
    }
}
