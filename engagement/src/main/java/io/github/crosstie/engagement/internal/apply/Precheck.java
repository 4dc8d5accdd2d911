package io.github.crosstie.engagement.internal.apply;

import io.github.crosstie.engagement.apply.ChangeOutcome;
import io.github.crosstie.engagement.plan.UserChange;
import io.github.crosstie.engagement.user.EngagementUser;
import io.github.crosstie.engagement.user.EngagementUserId;
import io.github.crosstie.engagement.user.UserField;
import io.github.crosstie.engagement.user.UserValues;
import io.github.crosstie.engagement.user.ValueChange;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whether a change is still to be made, was made already, or rests on something that does not hold any more. */
final class Precheck {

    private static final String PLAN_AGAIN = "; plan again";

    private final WorkingPicture picture;
    private final TargetFields fields;

    Precheck(WorkingPicture picture, TargetFields fields) {
        this.picture = picture;
        this.fields = fields;
    }

    /** The outcome of a change that is not to be written; null for one that is. */
    @Nullable
    ChangeOutcome outcome(UserChange change) {
        if (isMade(change)) {
            return alreadyMade(change);
        }
        @Nullable ChangeOutcome unproven = unproven(change);
        if (unproven != null) {
            return unproven;
        }
        @Nullable String obstacle = obstacle(change);
        return obstacle == null ? null : new ChangeOutcome.Outdated(change, obstacle + PLAN_AGAIN);
    }

    /** The outcome of a change that rests on who is not in a listing that does not show everybody (G3); else null. */
    @Nullable
    ChangeOutcome unproven(UserChange change) {
        boolean rests = !(change instanceof UserChange.Update) || target(change).isEmpty();
        return picture.isComplete() || !rests
                ? null
                : new ChangeOutcome.Unfinished(
                        change,
                        "the unit's listing is not complete, and nobody is created, restored, recycled or missed on"
                                + " the strength of that; run again",
                        null);
    }

    ChangeOutcome alreadyMade(UserChange change) {
        return new ChangeOutcome.AlreadyMade(change, notCarried(change));
    }

    /** The fields of a new user that the system does not carry. */
    Set<UserField> notCarried(UserChange change) {
        return change instanceof UserChange.Create create ? fields.lost(create.values()) : Set.of();
    }

    /** The user that a change is about, as it was listed or written last. */
    Optional<EngagementUser> target(UserChange change) {
        @Nullable EngagementUserId id = change.target();
        if (id != null) {
            return picture.find(id);
        }
        List<EngagementUser> live = picture.mappedTo(change.user()).stream()
                .filter(user -> !user.recycled())
                .toList();
        return live.size() == 1 ? Optional.of(live.get(0)) : Optional.empty();
    }

    /** The user that a change was made to, or that it made. */
    EngagementUserId madeAs(UserChange change) {
        @Nullable EngagementUserId id = change.target();
        return id != null
                ? id
                : target(change)
                        .or(() -> picture.mappedTo(change.user()).stream().findFirst())
                        .map(EngagementUser::id)
                        .orElseThrow();
    }

    /**
     * The places of changes that were made already. An earlier change of a user counts as made if a later one that was
     * made sets the same fields: an address that was parked for a while is not parked again.
     */
    Set<Integer> alreadyMade(List<UserChange> changes) {
        Set<Integer> made = new HashSet<>();
        Map<EngagementUserId, Set<UserField>> settled = new HashMap<>();
        for (int place = changes.size() - 1; place >= 0; place--) {
            UserChange change = changes.get(place);
            if (change instanceof UserChange.Update update) {
                Set<UserField> fields = settled.computeIfAbsent(update.target(), none -> new HashSet<>());
                Set<UserField> own = update.difference().changes().keySet();
                if (isMade(change) || fields.containsAll(own)) {
                    made.add(place);
                    fields.addAll(own);
                }
            } else if (isMade(change)) {
                made.add(place);
            }
        }
        return made;
    }

    boolean isMade(UserChange change) {
        Optional<EngagementUser> target = target(change);
        if (change instanceof UserChange.Create create) {
            return target.filter(user -> isSame(fields.cut(create.values()), user.values()))
                    .isPresent();
        }
        if (change instanceof UserChange.Update update) {
            return target.filter(user -> !user.recycled() && isMade(update, user.values()))
                    .isPresent();
        }
        if (change instanceof UserChange.Restore) {
            return target.filter(user -> !user.recycled()).isPresent();
        }
        if (target.isEmpty() && !picture.isComplete()) {
            return false;
        }
        return change.target() == null
                ? target.isEmpty() && picture.mappedTo(change.user()).stream().anyMatch(EngagementUser::recycled)
                : target.filter(user -> !user.recycled()).isEmpty();
    }

    private boolean isSame(UserValues wanted, UserValues there) {
        for (UserField field : UserField.values()) {
            @Nullable String value = wanted.value(field);
            if (value != null && !fields.isSame(field, there.value(field), value)) {
                return false;
            }
        }
        return true;
    }

    private boolean isMade(UserChange.Update update, UserValues there) {
        for (Map.Entry<UserField, ValueChange> entry :
                update.difference().changes().entrySet()) {
            if (!fields.isSame(
                    entry.getKey(),
                    there.value(entry.getKey()),
                    entry.getValue().after())) {
                return false;
            }
        }
        return true;
    }

    private @Nullable String obstacle(UserChange change) {
        Optional<EngagementUser> target = target(change);
        if (change instanceof UserChange.Create) {
            return picture.mappedTo(change.user()).isEmpty()
                    ? null
                    : "a user of the unit is linked to the CRM user by now";
        }
        if (target.isEmpty()) {
            return "the user is gone";
        }
        if (change instanceof UserChange.Update update) {
            return target.get().recycled()
                    ? "the user is in the recycle bin"
                    : update.difference().startsFrom(target.get().values())
                            ? null
                            : "a field does not have the value that the plan presumes";
        }
        if (!picture.mappedTo(change.user()).contains(target.get())) {
            return "the user is not linked to the CRM user any more";
        }
        boolean another = change instanceof UserChange.Recycle recycle
                && recycle.target() == null
                && !isSame(fields.cut(recycle.values()), target.get().values());
        return another ? "the user is not, or not any more, as the plan made it" : null;
    }
}
