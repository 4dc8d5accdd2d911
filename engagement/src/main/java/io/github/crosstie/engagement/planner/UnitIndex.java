package io.github.crosstie.engagement.planner;

import io.github.crosstie.directory.IdForm;
import io.github.crosstie.directory.User;
import io.github.crosstie.engagement.connector.ObservedUnit;
import io.github.crosstie.engagement.internal.guard.UnitCensus;
import io.github.crosstie.engagement.user.EngagementUser;
import io.github.crosstie.engagement.user.UniqueKey;
import io.github.crosstie.engagement.user.UserField;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The users of a unit, found by what links them and by what is unique among them. Knows nothing of the directory.
 * Places are those of the listing.
 */
final class UnitIndex {

    static final int NONE = KeyIndex.NONE;
    static final int SEVERAL = -2;
    static final int SEVERAL_RECYCLED = -3;

    /** An index of which more than one in so many has changed is made anew. */
    private static final int MOST_CHANGES = 4;

    final ObservedUnit observed;
    final UnitCensus census;
    final KeyIndex byEmail;
    private final IdForm idForm;
    private final List<EngagementUser> users;
    private final KeyIndex bySalesforceId;
    private final KeyIndex byUsername;

    private UnitIndex(
            ObservedUnit observed, IdForm idForm, KeyIndex bySalesforceId, KeyIndex byUsername, KeyIndex byEmail) {
        this.observed = observed;
        this.idForm = idForm;
        this.bySalesforceId = bySalesforceId;
        this.byUsername = byUsername;
        this.byEmail = byEmail;
        users = observed.listing().users();
        census = UnitCensus.of(observed.listing());
    }

    static UnitIndex of(ObservedUnit observed, IdForm idForm) {
        List<EngagementUser> users = observed.listing().users();
        int size = users.size();
        UnitIndex index = new UnitIndex(observed, idForm, new KeyIndex(size), new KeyIndex(size), new KeyIndex(size));
        for (int place = 0; place < size; place++) {
            EngagementUser user = users.get(place);
            add(index.bySalesforceId, index.salesforceKey(user), place);
            add(index.byUsername, key(user, UserField.CRM_USERNAME), place);
            add(index.byEmail, key(user, UserField.EMAIL_ADDRESS), place);
        }
        return index;
    }

    private static void add(KeyIndex index, @Nullable String key, int place) {
        if (key != null) {
            index.add(key, place);
        }
    }

    private @Nullable String salesforceKey(@Nullable EngagementUser user) {
        @Nullable String id = user == null ? null : user.values().value(UserField.SALESFORCE_ID);
        return id == null ? null : idForm.canonical(id);
    }

    private static @Nullable String key(@Nullable EngagementUser user, UserField field) {
        @Nullable String value = user == null ? null : user.values().value(field);
        return value == null ? null : UniqueKey.of(value);
    }

    /** The index of the unit as it was listed again, sharing what did not change; null if that is too little. */
    @Nullable
    UnitIndex listedAgain(ObservedUnit again, BitSet changed) {
        if (changed.cardinality() + changes() > users.size() / MOST_CHANGES) {
            return null;
        }
        UnitIndex index = new UnitIndex(again, idForm, bySalesforceId.later(), byUsername.later(), byEmail.later());
        changed.stream().forEach(place -> {
            @Nullable EngagementUser before = place < users.size() ? users.get(place) : null;
            EngagementUser after = index.at(place);
            index.bySalesforceId.change(salesforceKey(before), salesforceKey(after), place);
            index.byUsername.change(key(before, UserField.CRM_USERNAME), key(after, UserField.CRM_USERNAME), place);
            index.byEmail.change(key(before, UserField.EMAIL_ADDRESS), key(after, UserField.EMAIL_ADDRESS), place);
        });
        return index;
    }

    private int changes() {
        return bySalesforceId.changes() + byUsername.changes() + byEmail.changes();
    }

    /** Where other users stand in another listing of the unit; null if somebody's place or the unit itself changed. */
    @Nullable
    BitSet changedPlaces(ObservedUnit again) {
        List<EngagementUser> now = again.listing().users();
        if (now.size() < users.size()
                || again.listing().complete() != observed.listing().complete()
                || !again.capabilities().equals(observed.capabilities())
                || !Objects.equals(again.roles(), observed.roles())) {
            return null;
        }
        BitSet changed = new BitSet();
        for (int place = 0; place < users.size(); place++) {
            EngagementUser before = users.get(place);
            EngagementUser after = now.get(place);
            if (!before.equals(after)) {
                if (!before.id().equals(after.id())) {
                    return null;
                }
                changed.set(place);
            }
        }
        changed.set(users.size(), now.size());
        return changed;
    }

    EngagementUser at(int place) {
        return users.get(place);
    }

    int size() {
        return users.size();
    }

    KeyIndex byUsername() {
        return byUsername;
    }

    /**
     * The user that is linked to a CRM user: by id, or by username where no id is kept. A live one counts before those
     * in the recycle bin; SEVERAL or SEVERAL_RECYCLED if that does not decide.
     */
    int linked(User user) {
        int live = NONE;
        int recycled = NONE;
        String id = user.id().value();
        for (int at = bySalesforceId.first(id); at != NONE; at = bySalesforceId.next(id, at)) {
            if (users.get(at).recycled()) {
                recycled = recycled == NONE ? at : SEVERAL_RECYCLED;
            } else {
                live = live == NONE ? at : SEVERAL;
            }
        }
        String username = UniqueKey.of(user.username());
        for (int at = byUsername.first(username); at != NONE; at = byUsername.next(username, at)) {
            if (users.get(at).values().value(UserField.SALESFORCE_ID) != null) {
                continue;
            }
            if (users.get(at).recycled()) {
                recycled = recycled == NONE ? at : SEVERAL_RECYCLED;
            } else {
                live = live == NONE ? at : SEVERAL;
            }
        }
        return live != NONE ? live : recycled;
    }

    /** Whether two values of a field count as the same here. */
    boolean isSame(UserField field, @Nullable String there, @Nullable String wanted) {
        return UniqueKey.isSame(field, there, wanted)
                || (field == UserField.SALESFORCE_ID
                        && there != null
                        && idForm.canonical(there).equals(wanted));
    }
}
