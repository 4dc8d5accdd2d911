package io.github.crosstie.engagement.planner;

import static io.github.crosstie.engagement.planner.Memberships.MARKETING;
import static io.github.crosstie.engagement.planner.Memberships.MAYBE_MARKETING;
import static io.github.crosstie.engagement.planner.Memberships.MAYBE_SALES;
import static io.github.crosstie.engagement.planner.Memberships.SALES;

import io.github.crosstie.configuration.EngagementRole;
import io.github.crosstie.directory.Directory;
import io.github.crosstie.directory.User;
import io.github.crosstie.engagement.connector.UserWriteKind;
import io.github.crosstie.engagement.plan.LeftAlone;
import io.github.crosstie.engagement.plan.LeftCode;
import io.github.crosstie.engagement.plan.Reason;
import io.github.crosstie.engagement.user.Difference;
import io.github.crosstie.engagement.user.EngagementUser;
import io.github.crosstie.engagement.user.UserField;
import io.github.crosstie.engagement.user.UserValues;
import io.github.crosstie.engagement.user.ValueChange;
import io.github.crosstie.role.RoleDecision;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Judges CRM users one by one in one unit (U10 to U20), whatever others may want. Not thread-safe. */
final class UnitJudge {

    private final Directory directory;
    private final DesiredValues desired;
    private final UnitIndex index;
    private final UnitDecisions decisions;
    private final Set<UserField> fields;

    UnitJudge(Directory directory, DesiredValues desired, UnitIndex index, UnitDecisions decisions) {
        this.directory = directory;
        this.desired = desired;
        this.index = index;
        this.decisions = decisions;
        this.fields = desired.comparable(index.observed.capabilities().fields());
    }

    /** What is due to the user in a slot, being in the sets that the flags say and linked to the one at a place. */
    Judgement judge(int slot, int flags, int place) {
        boolean assigned = (flags & (MARKETING | SALES)) != 0;
        if (place == UnitIndex.NONE) {
            return assigned ? judgeAbsent(slot, flags) : Judgement.Rest.ELSEWHERE;
        }
        User user = directory.users().at(slot);
        if (place == UnitIndex.SEVERAL_RECYCLED && (!user.active() || !assigned)) {
            return Judgement.Rest.RECYCLED;
        }
        if (place == UnitIndex.SEVERAL || place == UnitIndex.SEVERAL_RECYCLED) {
            return left(
                    user,
                    null,
                    LeftCode.LINKED_TWICE,
                    "several users of the unit are linked to the CRM user; leave one of them linked");
        }
        EngagementUser target = index.at(place);
        return target.recycled() ? judgeRecycled(user, slot, flags, target) : judgeLive(user, slot, flags, target);
    }

    private Judgement judgeAbsent(int slot, int flags) {
        if (!directory.users().active(slot)) {
            return Judgement.Rest.INACTIVE;
        }
        User user = directory.users().at(slot);
        RoleDecision decision = decision(user, slot, flags);
        if (!(decision instanceof RoleDecision.Granted granted)) {
            return left(user, null, LeftCode.IN_BOTH_SETS, decision.reason());
        }
        if (!index.observed.listing().complete()) {
            return new Judgement.Left(Unlisted.left(user.id(), null));
        }
        if (isUncertain(user, slot, flags, granted)) {
            return uncertain(user, null);
        }
        if (!index.observed.mayHave(granted.role())) {
            return unknownRole(user, null, granted);
        }
        UserValues values = desired.of(slot).with(UserField.ROLE, granted.role().name());
        return values.value(UserField.EMAIL_ADDRESS) == null
                ? withoutAddress(user, null)
                : due(UserWriteKind.CREATE, slot, user, null, values, Difference.NONE, granted);
    }

    private Judgement judgeLive(User user, int slot, int flags, EngagementUser target) {
        boolean assigned = (flags & (MARKETING | SALES)) != 0;
        if (!user.active()) {
            return recycling(slot, user, target, "is inactive in the CRM");
        }
        if (!assigned) {
            return flags != 0 ? uncertain(user, target) : recycling(slot, user, target, "is in neither set");
        }
        RoleDecision decision = decision(user, slot, flags);
        if (!(decision instanceof RoleDecision.Granted granted)) {
            return left(user, target, LeftCode.IN_BOTH_SETS, decision.reason());
        }
        Difference difference = difference(slot, target, granted.role());
        if (difference.isEmpty()) {
            return Judgement.Rest.IN_STEP;
        }
        return changing(UserWriteKind.UPDATE, slot, user, flags, target, difference, granted);
    }

    private Judgement judgeRecycled(User user, int slot, int flags, EngagementUser target) {
        if (!user.active() || (flags & (MARKETING | SALES)) == 0) {
            return Judgement.Rest.RECYCLED;
        }
        RoleDecision decision = decision(user, slot, flags);
        if (!(decision instanceof RoleDecision.Granted granted)) {
            return left(user, target, LeftCode.IN_BOTH_SETS, decision.reason());
        }
        if (!index.observed.listing().complete()) {
            return new Judgement.Left(Unlisted.left(user.id(), target.id()));
        }
        if (isUncertain(user, slot, flags, granted)) {
            return uncertain(user, target);
        }
        Difference difference = difference(slot, target, granted.role());
        return changing(UserWriteKind.RESTORE, slot, user, flags, target, difference, granted);
    }

    private Judgement changing(
            UserWriteKind kind,
            int slot,
            User user,
            int flags,
            EngagementUser target,
            Difference difference,
            RoleDecision.Granted granted) {
        if (difference.changes().containsKey(UserField.ROLE)) {
            if (isUncertain(user, slot, flags, granted)) {
                return uncertain(user, target);
            }
            if (!index.observed.mayHave(granted.role())) {
                return unknownRole(user, target, granted);
            }
        }
        @Nullable ValueChange address = difference.changes().get(UserField.EMAIL_ADDRESS);
        return address != null && address.after() == null
                ? withoutAddress(user, target)
                : due(kind, slot, user, target, target.values(), difference, granted);
    }

    private Difference difference(int slot, EngagementUser target, EngagementRole role) {
        UserValues wanted = desired.of(slot);
        @Nullable Map<UserField, ValueChange> found = null;
        for (UserField field : fields) {
            @Nullable String there = target.values().value(field);
            @Nullable String value = field == UserField.ROLE ? role.name() : wanted.value(field);
            if (!index.isSame(field, there, value)) {
                found = found == null ? new EnumMap<>(UserField.class) : found;
                found.put(field, new ValueChange(there, value));
            }
        }
        return found == null ? Difference.NONE : new Difference(found);
    }

    private RoleDecision decision(User user, int slot, int flags) {
        return decisions.of(user, directory.users().profile(slot), (flags & MARKETING) != 0, (flags & SALES) != 0);
    }

    /** Whether the user would have another role if they were in a set that cannot be read wholly (A12). */
    private boolean isUncertain(User user, int slot, int flags, RoleDecision.Granted granted) {
        if ((flags & (MAYBE_MARKETING | MAYBE_SALES)) == 0) {
            return false;
        }
        RoleDecision other = decisions.of(
                user,
                directory.users().profile(slot),
                (flags & (MARKETING | MAYBE_MARKETING)) != 0,
                (flags & (SALES | MAYBE_SALES)) != 0);
        return !(other instanceof RoleDecision.Granted also && Objects.equals(also.role(), granted.role()));
    }

    private Judgement recycling(int slot, User user, EngagementUser target, String because) {
        if (!index.observed.listing().complete()) {
            return new Judgement.Left(Unlisted.left(user.id(), target.id()));
        }
        return new Judgement.Due(
                new Wish(UserWriteKind.RECYCLE, slot, user, target, target.values(), Difference.NONE, because, null));
    }

    private static Judgement due(
            UserWriteKind kind,
            int slot,
            User user,
            @Nullable EngagementUser target,
            UserValues values,
            Difference difference,
            RoleDecision.Granted granted) {
        return new Judgement.Due(
                new Wish(kind, slot, user, target, values, difference, granted.reason(), granted.rule()));
    }

    private static Judgement uncertain(User user, @Nullable EngagementUser target) {
        return left(
                user,
                target,
                LeftCode.MEMBERSHIP_UNKNOWN,
                "a membership cannot be read wholly, and the user may be in a set by it; restore the permission or the"
                        + " missing group, and plan again");
    }

    private static Judgement unknownRole(User user, @Nullable EngagementUser target, RoleDecision.Granted granted) {
        return left(
                user,
                target,
                LeftCode.ROLE_UNKNOWN,
                "the unit has no role named " + granted.role() + "; create it, or map the profile to another one");
    }

    private static Judgement withoutAddress(User user, @Nullable EngagementUser target) {
        return left(
                user,
                target,
                LeftCode.EMAIL_MISSING,
                "the CRM user has no e-mail address, which the product requires; give the user one");
    }

    private static Judgement left(User user, @Nullable EngagementUser target, LeftCode code, String text) {
        return new Judgement.Left(
                new LeftAlone(user.id(), target == null ? null : target.id(), code, Reason.of(code.rule(), text)));
    }
}
