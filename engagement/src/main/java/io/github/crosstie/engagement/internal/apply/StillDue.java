package io.github.crosstie.engagement.internal.apply;

import io.github.crosstie.directory.UserId;
import io.github.crosstie.engagement.apply.ChangeOutcome;
import io.github.crosstie.engagement.plan.HeldChange;
import io.github.crosstie.engagement.plan.LeftAlone;
import io.github.crosstie.engagement.plan.LeftCode;
import io.github.crosstie.engagement.plan.UnitPlan;
import io.github.crosstie.engagement.plan.UserChange;
import io.github.crosstie.engagement.user.UserField;
import io.github.crosstie.engagement.user.ValueChange;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What CRM and unit ask for as both are now, guarded or not: the changes of an earlier plan are held against it, and
 * only those that it asks for too are carried out.
 */
final class StillDue {

    private final Map<UserId, List<UserChange>> changes = new HashMap<>();
    private final Map<UserId, LeftAlone> left = new HashMap<>();
    private final boolean complete;

    private StillDue(boolean complete) {
        this.complete = complete;
    }

    static StillDue of(UnitPlan now) {
        StillDue due = new StillDue(now.basis().listingComplete());
        now.changes().forEach(due::add);
        now.held().stream().map(HeldChange::change).forEach(due::add);
        now.left().stream().filter(each -> each.user() != null).forEach(each -> due.left.put(each.user(), each));
        return due;
    }

    private void add(UserChange change) {
        changes.computeIfAbsent(change.user(), none -> new ArrayList<>(2)).add(change);
    }

    /** The outcome of a change that nobody asks for any more; null for one that is still due. */
    @Nullable
    ChangeOutcome outcome(UserChange planned) {
        List<UserChange> now = changes.getOrDefault(planned.user(), List.of());
        if (asksFor(now, planned)) {
            return null;
        }
        @Nullable LeftAlone alone = left.get(planned.user());
        if (alone != null && alone.code() != LeftCode.LISTING_INCOMPLETE) {
            return new ChangeOutcome.Outdated(
                    planned, "is not due any more: " + alone.reason().text());
        }
        if (!complete) {
            return new ChangeOutcome.Unfinished(
                    planned, "the unit's listing is not complete, and may not show the user; run again", null);
        }
        return new ChangeOutcome.Outdated(
                planned,
                now.isEmpty()
                        ? "the CRM does not ask for it any more; plan again"
                        : "the CRM asks for something else by now; plan again");
    }

    private static boolean asksFor(List<UserChange> now, UserChange planned) {
        if (planned instanceof UserChange.Update update) {
            return update.difference().changes().entrySet().stream()
                    .allMatch(entry -> now.stream().anyMatch(each -> sets(each, update, entry)));
        }
        return now.stream().anyMatch(each -> isSame(each, planned));
    }

    /** A guard may have parted an update, then or now: field by field it is the same. */
    private static boolean sets(UserChange now, UserChange.Update planned, Map.Entry<UserField, ValueChange> entry) {
        return now instanceof UserChange.Update update
                && update.target().equals(planned.target())
                && update.difference()
                        .get(entry.getKey())
                        .filter(change ->
                                Objects.equals(change.after(), entry.getValue().after()))
                        .isPresent();
    }

    private static boolean isSame(UserChange now, UserChange planned) {
        return now.kind() == planned.kind()
                && Objects.equals(now.target(), planned.target())
                && !(now instanceof UserChange.Create one
                        && planned instanceof UserChange.Create other
                        && !one.values().equals(other.values()));
    }
}
