package io.github.crosstie.engagement.user;

import io.github.crosstie.directory.UserId;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A user of a business unit as it was listed.
 *
 * @param id its id in the unit
 * @param recycled whether it lies in the recycle bin, where it keeps hold of its e-mail address and CRM username
 * @param values its values
 */
public record EngagementUser(EngagementUserId id, boolean recycled, UserValues values) {

    /** Checks that nothing is null. */
    public EngagementUser {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(values, "values");
    }

    /**
     * The CRM user that it is mapped to by id.
     *
     * @return the id as the unit keeps it, or empty if it is not mapped by id
     */
    public Optional<UserId> salesforceId() {
        return values.get(UserField.SALESFORCE_ID).map(UserId::new);
    }

    /**
     * Whether it is mapped to somebody in the CRM, by id or by username, whether or not that one can be seen.
     *
     * @return false for a user whom User Sync leaves alone (U21)
     */
    public boolean isMapped() {
        return values.value(UserField.SALESFORCE_ID) != null || values.value(UserField.CRM_USERNAME) != null;
    }

    /**
     * The same with another value of one field.
     *
     * @param field the field
     * @param value the value; null or blank for none
     * @return a changed copy
     */
    public EngagementUser with(UserField field, @Nullable String value) {
        return new EngagementUser(id, recycled, values.with(field, value));
    }

    /**
     * The same in the recycle bin, or out of it.
     *
     * @param recycled whether it lies in the bin
     * @return a changed copy
     */
    public EngagementUser recycled(boolean recycled) {
        return new EngagementUser(id, recycled, values);
    }

    /** Without values, as they are personal data. */
    @Override
    public String toString() {
        return "EngagementUser[" + id + (recycled ? ", recycled]" : "]");
    }
}
