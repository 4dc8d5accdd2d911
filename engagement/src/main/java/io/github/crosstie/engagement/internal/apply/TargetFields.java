package io.github.crosstie.engagement.internal.apply;

import io.github.crosstie.directory.IdForm;
import io.github.crosstie.engagement.user.UniqueKey;
import io.github.crosstie.engagement.user.UserField;
import io.github.crosstie.engagement.user.UserValues;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a system carries of a user's values, and when two values count as the same there.
 *
 * @param carried the fields that it shows and takes
 * @param ids how the CRM's ids are written: a unit may keep them in the shorter form (A14)
 */
record TargetFields(Set<UserField> carried, IdForm ids) {

    /** The values that the system takes. */
    UserValues cut(UserValues values) {
        UserValues cut = values;
        for (UserField field : lost(values)) {
            cut = cut.with(field, null);
        }
        return cut;
    }

    /** The fields with a value that the system does not take. */
    Set<UserField> lost(UserValues values) {
        Set<UserField> lost = EnumSet.noneOf(UserField.class);
        lost.addAll(values.asMap().keySet());
        lost.removeAll(carried);
        return lost;
    }

    boolean isSame(UserField field, @Nullable String one, @Nullable String other) {
        if (field == UserField.SALESFORCE_ID && one != null && other != null) {
            return ids.canonical(one).equals(ids.canonical(other));
        }
        return UniqueKey.isSame(field, one, other);
    }
}
