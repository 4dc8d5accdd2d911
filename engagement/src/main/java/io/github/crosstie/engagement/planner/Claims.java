package io.github.crosstie.engagement.planner;

import static io.github.crosstie.engagement.user.UserField.CRM_USERNAME;
import static io.github.crosstie.engagement.user.UserField.EMAIL_ADDRESS;

import io.github.crosstie.engagement.plan.LeftCode;
import io.github.crosstie.engagement.user.EngagementUser;
import io.github.crosstie.engagement.user.EngagementUserId;
import io.github.crosstie.engagement.user.UserField;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Settles who gets an e-mail address or a CRM username that is unique in a unit (U14 to U16, U22 to U25, U29): it must
 * be free, or set free by somebody who gets what they want themselves. Not thread-safe.
 */
final class Claims {

    private final UnitIndex index;
    private final List<Claimant> all = new ArrayList<>();
    private final Map<EngagementUserId, Claimant> byTarget = new HashMap<>();

    /** The claims of wishes other than recyclings. */
    Claims(UnitIndex index, List<Wish> wishes) {
        this.index = index;
        List<Wish> sorted = new ArrayList<>(wishes);
        sorted.sort(Wish.PRECEDENCE);
        for (Wish wish : sorted) {
            Claimant claimant = new Claimant(wish, all.size());
            all.add(claimant);
            if (wish.target() != null) {
                byTarget.put(wish.target().id(), claimant);
            }
        }
    }

    List<Claimant> all() {
        return all;
    }

    /** Takes out whoever cannot have what they want, until the rest fits together; then says who waits for whom. */
    void settle() {
        boolean changed = true;
        Map<String, Claimant> addresses = Map.of();
        while (changed) {
            addresses = firstToTake(each -> each.address);
            Map<String, Claimant> usernames = firstToTake(each -> each.username);
            changed = false;
            for (Claimant each : all) {
                @Nullable LeftCode obstacle = each.isIn() ? obstacle(each, addresses, usernames) : null;
                if (obstacle != null) {
                    each.lose(obstacle);
                    changed = true;
                }
            }
        }
        queue(addresses);
    }

    private Map<String, Claimant> firstToTake(Function<Claimant, @Nullable String> taken) {
        Map<String, Claimant> first = new HashMap<>();
        for (Claimant each : all) {
            @Nullable String key = each.isIn() ? taken.apply(each) : null;
            if (key != null) {
                first.putIfAbsent(key, each);
            }
        }
        return first;
    }

    private @Nullable LeftCode obstacle(
            Claimant claimant, Map<String, Claimant> addresses, Map<String, Claimant> usernames) {
        boolean creation = claimant.wish.isCreation();
        @Nullable String address = claimant.address;
        if (address != null) {
            if (addresses.get(address) != claimant) {
                return creation ? LeftCode.EMAIL_SHARED : LeftCode.EMAIL_NOT_FREE;
            }
            @Nullable EngagementUser holder = staying(claimant, index.byEmail, address, EMAIL_ADDRESS);
            if (holder != null) {
                return creation ? becauseOfAddress(holder) : LeftCode.EMAIL_NOT_FREE;
            }
        }
        @Nullable String username = claimant.username;
        return username == null ? null : obstacle(claimant, username, addresses, usernames);
    }

    private @Nullable LeftCode obstacle(
            Claimant claimant, String username, Map<String, Claimant> addresses, Map<String, Claimant> usernames) {
        boolean creation = claimant.wish.isCreation();
        if (usernames.get(username) != claimant) {
            return creation ? LeftCode.USERNAME_TAKEN : LeftCode.USERNAME_NOT_FREE;
        }
        @Nullable EngagementUser holder = staying(claimant, index.byUsername(), username, CRM_USERNAME);
        if (holder != null) {
            return !creation
                    ? LeftCode.USERNAME_NOT_FREE
                    : holder.recycled() ? LeftCode.HELD_BY_RECYCLED : LeftCode.USERNAME_TAKEN;
        }
        @Nullable Claimant other = addresses.get(username);
        boolean reservedSoon = other != null && other != claimant && other.precedence < claimant.precedence;
        if (reservedSoon || staying(claimant, index.byEmail, username, EMAIL_ADDRESS) != null) {
            return creation ? LeftCode.USERNAME_RESERVED : LeftCode.USERNAME_NOT_FREE;
        }
        return null;
    }

    private LeftCode becauseOfAddress(EngagementUser holder) {
        if (holder.recycled()) {
            return LeftCode.HELD_BY_RECYCLED;
        }
        return holder.isMapped() ? LeftCode.EMAIL_SHARED : LeftCode.EMAIL_EXISTS;
    }

    /** Somebody else who has a key and keeps it; null if there is nobody. */
    private @Nullable EngagementUser staying(Claimant claimant, KeyIndex keys, String key, UserField field) {
        for (int at = keys.first(key); at != KeyIndex.NONE; at = keys.next(key, at)) {
            EngagementUser holder = index.at(at);
            if (!holder.id().equals(claimant.wish.targetId()) && freeing(holder, field) == null) {
                return holder;
            }
        }
        return null;
    }

    private @Nullable Claimant freeing(EngagementUser holder, UserField field) {
        @Nullable Claimant claimant = byTarget.get(holder.id());
        return claimant != null && claimant.isIn() && claimant.wish.frees(field) ? claimant : null;
    }

    private void queue(Map<String, Claimant> addresses) {
        all.forEach(Claimant::forgetWaiting);
        for (Claimant each : all) {
            if (!each.isIn()) {
                continue;
            }
            @Nullable String address = each.address;
            if (address != null) {
                queueBehind(each, index.byEmail, address, EMAIL_ADDRESS);
            }
            @Nullable String username = each.username;
            if (username != null) {
                queueBehind(each, index.byUsername(), username, CRM_USERNAME);
                queueBehind(each, index.byEmail, username, EMAIL_ADDRESS);
                @Nullable Claimant reserving = addresses.get(username);
                if (reserving != null && reserving != each) {
                    reserving.waitFor(each, false);
                }
            }
        }
    }

    private void queueBehind(Claimant claimant, KeyIndex keys, String key, UserField field) {
        for (int at = keys.first(key); at != KeyIndex.NONE; at = keys.next(key, at)) {
            @Nullable Claimant before = freeing(index.at(at), field);
            if (before != null && before != claimant) {
                claimant.waitFor(before, field == EMAIL_ADDRESS);
            }
        }
    }
}
