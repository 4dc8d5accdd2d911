package io.github.crosstie.engagement.planner;

import io.github.crosstie.configuration.BusinessUnitId;
import io.github.crosstie.directory.UserId;
import java.util.List;
import java.util.Objects;

/**
 * One person in all business units.
 *
 * @param user the CRM user
 * @param active whether the CRM user is active
 * @param units how the person stands in each unit that was read, in the order of the units
 * @param unread the units that were not read: who the person is there, nobody can tell
 */
public record PersonView(UserId user, boolean active, List<PersonInUnit> units, List<BusinessUnitId> unread) {

    /** Copies the lists. */
    public PersonView {
        Objects.requireNonNull(user, "user");
        units = List.copyOf(units);
        unread = List.copyOf(unread);
    }
}
