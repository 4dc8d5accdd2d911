package io.github.crosstie.engagement.planner;

import io.github.crosstie.configuration.EngagementRole;
import io.github.crosstie.configuration.Spelling;
import io.github.crosstie.engagement.connector.UserWriteKind;
import io.github.crosstie.engagement.plan.Reason;
import io.github.crosstie.engagement.plan.SetRoute;
import io.github.crosstie.engagement.plan.UserChange;
import io.github.crosstie.engagement.user.Difference;
import io.github.crosstie.engagement.user.EngagementUser;
import io.github.crosstie.engagement.user.UserField;
import io.github.crosstie.engagement.user.ValueChange;
import io.github.crosstie.role.RoleRule;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Writes wishes down as changes, with their reasons. Administrators cease to be after all others, recyclings come last.
 */
final class ChangeWriter {

    private final UserSyncSettings settings;
    private final IntFunction<List<SetRoute>> routes;
    private final List<UserChange> changes = new ArrayList<>();
    private final List<UserChange> endOfAdministrators = new ArrayList<>();

    ChangeWriter(UserSyncSettings settings, IntFunction<List<SetRoute>> routes) {
        this.settings = settings;
        this.routes = routes;
    }

    List<UserChange> write(List<WriteOrder.Turn> turns, List<Wish> recyclings) {
        turns.forEach(this::write);
        changes.addAll(endOfAdministrators);
        recyclings.stream()
                .sorted(Comparator.comparing(wish -> wish.user().id()))
                .forEach(wish -> changes.add(new UserChange.Recycle(
                        wish.user().id(),
                        wish.targetId(),
                        wish.values(),
                        reason(wish, wish.user().active() ? "U17" : "U18", wish.because()))));
        return changes;
    }

    private void write(WriteOrder.Turn turn) {
        Wish wish = turn.wish();
        @Nullable EngagementUser target = wish.target();
        if (target == null) {
            changes.add(new UserChange.Create(wish.user().id(), wish.values(), reason(wish, "U10", wish.because())));
        } else if (turn.parking()) {
            park(wish, target);
        } else {
            change(wish, target, turn.parkedBefore());
        }
    }

    private void park(Wish wish, EngagementUser target) {
        Difference parking = Difference.of(
                UserField.EMAIL_ADDRESS,
                target.values().value(UserField.EMAIL_ADDRESS),
                settings.parkedAddress(target.id()));
        changes.add(new UserChange.Update(
                wish.user().id(),
                target.id(),
                parking,
                reason(wish, "U25", "users swap their e-mail addresses; this one is parked for the time between")));
    }

    private void change(Wish wish, EngagementUser target, boolean parked) {
        Difference difference = parked ? fromParked(wish, target) : wish.difference();
        if (wish.kind() == UserWriteKind.RESTORE) {
            changes.add(new UserChange.Restore(
                    wish.user().id(), target.id(), target.values(), reason(wish, "U13", wish.because())));
        }
        if (difference.isEmpty()) {
            return;
        }
        Reason reason = reason(wish, rule(wish), text(wish));
        @Nullable ValueChange role = difference.changes().get(UserField.ROLE);
        boolean endsAdministrator = role != null
                && wish.kind() == UserWriteKind.UPDATE
                && EngagementRole.ADMINISTRATOR.name().equals(role.before());
        if (endsAdministrator && role != null) {
            endOfAdministrators.add(new UserChange.Update(
                    wish.user().id(), target.id(), new Difference(Map.of(UserField.ROLE, role)), reason));
            difference = difference.without(UserField.ROLE);
        }
        if (!difference.isEmpty()) {
            changes.add(new UserChange.Update(wish.user().id(), target.id(), difference, reason));
        }
    }

    private Difference fromParked(Wish wish, EngagementUser target) {
        Map<UserField, ValueChange> changed = new EnumMap<>(wish.difference().changes());
        changed.computeIfPresent(
                UserField.EMAIL_ADDRESS,
                (field, change) -> new ValueChange(settings.parkedAddress(target.id()), change.after()));
        return new Difference(changed);
    }

    private static String rule(Wish wish) {
        if (wish.kind() == UserWriteKind.RESTORE) {
            return "U13";
        }
        Map<UserField, ValueChange> fields = wish.difference().changes();
        if (fields.containsKey(UserField.CRM_USERNAME)) {
            return "U22";
        }
        @Nullable ValueChange role = fields.get(UserField.ROLE);
        if (role == null) {
            return "U11";
        }
        return roleRule(Objects.requireNonNull(wish.decidedBy(), "decidedBy"));
    }

    private static String roleRule(RoleRule decidedBy) {
        return switch (decidedBy) {
            case U1_CREATOR -> "U1";
            case U2_SALES -> "U27";
            case U3_MAPPED_PROFILE, U3_UNMAPPED_PROFILE -> "U26";
            case U4_BOTH_SETS -> "U4";
        };
    }

    private static String text(Wish wish) {
        Map<UserField, ValueChange> fields = wish.difference().changes();
        String names = fields.keySet().stream().map(Spelling::of).collect(Collectors.joining(", "));
        return "differs in " + names + (fields.containsKey(UserField.ROLE) ? "; " + wish.because() : "");
    }

    private Reason reason(Wish wish, String rule, String text) {
        return new Reason(rule, text, routes.apply(wish.slot()));
    }
}
