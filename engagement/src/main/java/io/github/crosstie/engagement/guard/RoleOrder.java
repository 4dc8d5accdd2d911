package io.github.crosstie.engagement.guard;

import io.github.crosstie.configuration.EngagementRole;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which role may do more than which.
 *
 * @param highestFirst the roles that can be compared, the one that may do most first
 */
public record RoleOrder(List<EngagementRole> highestFirst) {

    /** Administrator, Marketing, Sales Manager, Sales; custom roles cannot be compared. */
    public static final RoleOrder DEFAULT = new RoleOrder(List.of(
            EngagementRole.ADMINISTRATOR,
            EngagementRole.MARKETING,
            EngagementRole.SALES_MANAGER,
            EngagementRole.SALES));

    /** Copies the list. */
    public RoleOrder {
        highestFirst = List.copyOf(highestFirst);
    }

    /**
     * Whether a change of role takes something away. What cannot be compared is taken for a demotion, as nobody can
     * rule it out; whoever had no role loses nothing.
     *
     * @param before the name of the role before; null for none
     * @param after the name of the role after; null for none
     * @return true unless the role stays the same or rises for certain
     */
    public boolean isDemotion(@Nullable String before, @Nullable String after) {
        if (before == null || before.equals(after)) {
            return false;
        }
        int from = place(before);
        int to = after == null ? -1 : place(after);
        return from < 0 || to < 0 || to > from;
    }

    private int place(String name) {
        for (int at = 0; at < highestFirst.size(); at++) {
            if (highestFirst.get(at).name().equals(name)) {
                return at;
            }
        }
        return -1;
    }
}
