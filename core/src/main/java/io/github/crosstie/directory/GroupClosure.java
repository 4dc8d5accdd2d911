package io.github.crosstie.directory;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Everybody in a public group, nested groups and roles included (A11).
 *
 * @param users the users that are found in it, in slot order
 * @param known whether these are all; false if some member cannot be read, so that absence proves nothing (A12)
 */
public record GroupClosure(Set<UserId> users, boolean known) {

    /** Copies the users, in their order. */
    public GroupClosure {
        users = Collections.unmodifiableSet(new LinkedHashSet<>(users));
    }
}
