package io.github.crosstie.engagement.planner;

import io.github.crosstie.configuration.EngagementRole;
import io.github.crosstie.directory.Directory;
import io.github.crosstie.engagement.user.FieldMap;
import io.github.crosstie.engagement.user.UserField;
import io.github.crosstie.engagement.user.UserValues;
import java.util.Arrays;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The values that each CRM user gets, the role apart: made when first asked for, and shared by all units. Thread-safe:
 * threads that race make the same value twice.
 */
final class DesiredValues {

    private static final EngagementRole ANY = EngagementRole.MARKETING;

    private final Directory directory;
    private final FieldMap map;
    private final @Nullable UserValues[] known;

    private DesiredValues(Directory directory, FieldMap map, @Nullable UserValues[] known) {
        this.directory = directory;
        this.map = map;
        this.known = known;
    }

    static DesiredValues of(Directory directory, FieldMap map) {
        return new DesiredValues(
                directory, map, new @Nullable UserValues[directory.users().size()]);
    }

    /** The values after some users changed. */
    DesiredValues withUsers(Directory next, BitSet changed) {
        @Nullable UserValues[] kept = Arrays.copyOf(known, next.users().size());
        changed.stream().forEach(slot -> kept[slot] = null);
        return new DesiredValues(next, map, kept);
    }

    UserValues of(int slot) {
        @Nullable UserValues values = known[slot];
        if (values == null) {
            values = map.values(directory.users().at(slot), ANY).with(UserField.ROLE, null);
            known[slot] = values;
        }
        return values;
    }

    /** The fields of the map that a system shows. */
    Set<UserField> comparable(Set<UserField> shown) {
        Set<UserField> both = EnumSet.copyOf(map.fields());
        both.retainAll(shown);
        return both;
    }
}
