package io.github.crosstie.engagement.random;

import io.github.crosstie.engagement.connector.ObservedUnit;
import io.github.crosstie.engagement.connector.UnitListing;
import io.github.crosstie.engagement.user.EngagementUser;
import io.github.crosstie.engagement.user.EngagementUserId;
import io.github.crosstie.engagement.user.UserField;
import io.github.crosstie.engagement.user.UserValues;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A unit's listing that changes by chance from one look to the next: users get each other's values, go into the recycle
 * bin and come out of it, join and vanish. Keeps none of the promises that a unit makes, so that several users may be
 * linked to one CRM user.
 */
final class RandomListing {

    private final Random random;

    RandomListing(long seed) {
        random = new Random(seed);
    }

    ObservedUnit changed(ObservedUnit before) {
        List<EngagementUser> users = new ArrayList<>(before.listing().users());
        int changes = 1 + random.nextInt(3);
        for (int each = 0; each < changes; each++) {
            change(users);
        }
        boolean complete = random.nextInt(8) > 0;
        UnitListing listing = new UnitListing(
                before.listing().unit(), users, complete, before.listing().startedAt());
        return new ObservedUnit(listing, before.capabilities(), before.roles());
    }

    private void change(List<EngagementUser> users) {
        int at = random.nextInt(users.size());
        EngagementUser user = users.get(at);
        switch (random.nextInt(8)) {
            case 0 -> users.set(at, user.recycled(!user.recycled()));
            case 1 -> users.add(new EngagementUser(fresh(users), random.nextInt(3) == 0, user.values()));
            case 2 -> users.add(new EngagementUser(new EngagementUserId("0" + user.id()), false, user.values()));
            case 3 -> users.remove(at);
            case 4 -> users.set(at, user.with(UserField.TITLE, "Other " + random.nextInt(3)));
            default -> users.set(at, new EngagementUser(user.id(), user.recycled(), mixed(users, user.values())));
        }
        if (users.isEmpty()) {
            users.add(user);
        }
    }

    private static EngagementUserId fresh(List<EngagementUser> users) {
        return new EngagementUserId("9" + users.get(users.size() - 1).id());
    }

    /** What somebody else has in some fields. */
    private UserValues mixed(List<EngagementUser> users, UserValues values) {
        UserValues other = users.get(random.nextInt(users.size())).values();
        UserValues mixed = values;
        for (UserField field : UserField.values()) {
            if (random.nextInt(3) == 0) {
                mixed = mixed.with(field, random.nextInt(3) == 0 ? null : other.value(field));
            }
        }
        return mixed;
    }
}
