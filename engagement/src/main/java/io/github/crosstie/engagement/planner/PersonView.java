package io.github.crosstie.engagement.planner;

import io.github.crosstie.directory.UserId;
import java.util.List;
import java.util.Objects;

/**
 * One person in all business units.
 *
 * @param user the CRM user
 * @param active whether the CRM user is active
 * @param units how the person stands in each unit, in the order of the units
 */
public record PersonView(UserId user, boolean active, List<PersonInUnit> units) {

    /** Copies the list. */
    public PersonView {
        Objects.requireNonNull(user, "user");
        units = List.copyOf(units);
    }
}
