package io.github.crosstie.engagement.planner;

import io.github.crosstie.configuration.BusinessUnit;
import io.github.crosstie.directory.Directory;
import io.github.crosstie.engagement.internal.guard.People;
import io.github.crosstie.engagement.user.FieldMap;
import java.util.BitSet;
import java.util.List;

/** A directory as User Sync looks at it: who is in which set, what everybody gets, who goes by which name. */
final class CrmView {

    final Directory directory;
    final Memberships memberships;
    final DesiredValues desired;
    final People people;

    private CrmView(Directory directory, Memberships memberships, DesiredValues desired, People people) {
        this.directory = directory;
        this.memberships = memberships;
        this.desired = desired;
        this.people = people;
    }

    static CrmView of(Directory directory, List<BusinessUnit> units, FieldMap fields) {
        return new CrmView(
                directory, Memberships.of(directory, units), DesiredValues.of(directory, fields), People.of(directory));
    }

    /** The same people in other sets. */
    CrmView withUnits(List<BusinessUnit> units) {
        return new CrmView(directory, Memberships.of(directory, units), desired, people);
    }

    /** A later state of the directory, which continues this one. */
    CrmView withUsers(Directory next, BitSet changed, List<BusinessUnit> units) {
        boolean onlyUsers = next.sameStructure(directory) && next.complete() == directory.complete();
        return new CrmView(
                next,
                onlyUsers ? memberships.withUsers(next, changed) : Memberships.of(next, units),
                desired.withUsers(next, changed),
                people.withUsers(next, changed));
    }
}
