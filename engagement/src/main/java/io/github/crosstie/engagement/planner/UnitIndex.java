package io.github.crosstie.engagement.planner;

import io.github.crosstie.directory.IdForm;
import io.github.crosstie.directory.User;
import io.github.crosstie.engagement.connector.ObservedUnit;
import io.github.crosstie.engagement.guard.UnitCensus;
import io.github.crosstie.engagement.user.EngagementUser;
import io.github.crosstie.engagement.user.UniqueKey;
import io.github.crosstie.engagement.user.UserField;
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

    final ObservedUnit observed;
    final UnitCensus census;
    final KeyIndex byEmail;
    private final IdForm idForm;
    private final List<EngagementUser> users;
    private final KeyIndex bySalesforceId;
    private final KeyIndex byUsername;

    UnitIndex(ObservedUnit observed, IdForm idForm) {
        this.observed = observed;
        this.idForm = idForm;
        users = observed.listing().users();
        census = UnitCensus.of(observed.listing());
        bySalesforceId = new KeyIndex(users.size());
        byUsername = new KeyIndex(users.size());
        byEmail = new KeyIndex(users.size());
        for (int place = 0; place < users.size(); place++) {
            add(place, users.get(place));
        }
    }

    private void add(int place, EngagementUser user) {
        @Nullable String id = user.values().value(UserField.SALESFORCE_ID);
        if (id != null) {
            bySalesforceId.add(idForm.canonical(id), place);
        }
        @Nullable String username = user.values().value(UserField.CRM_USERNAME);
        if (username != null) {
            byUsername.add(UniqueKey.of(username), place);
        }
        @Nullable String email = user.values().value(UserField.EMAIL_ADDRESS);
        if (email != null) {
            byEmail.add(UniqueKey.of(email), place);
        }
    }

    /** Whether a unit that was looked at again reads as before, whenever that was. */
    boolean reads(ObservedUnit again) {
        return again.listing().complete() == observed.listing().complete()
                && again.capabilities().equals(observed.capabilities())
                && Objects.equals(again.roles(), observed.roles())
                && again.listing().users().equals(users);
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
     * in the recycle bin; SEVERAL if that does not decide.
     */
    int linked(User user) {
        int live = NONE;
        int recycled = NONE;
        for (int at = bySalesforceId.first(user.id().value()); at != NONE; at = bySalesforceId.next(at)) {
            if (users.get(at).recycled()) {
                recycled = recycled == NONE ? at : SEVERAL;
            } else {
                live = live == NONE ? at : SEVERAL;
            }
        }
        for (int at = byUsername.first(UniqueKey.of(user.username())); at != NONE; at = byUsername.next(at)) {
            if (users.get(at).values().value(UserField.SALESFORCE_ID) != null) {
                continue;
            }
            if (users.get(at).recycled()) {
                recycled = recycled == NONE ? at : SEVERAL;
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
