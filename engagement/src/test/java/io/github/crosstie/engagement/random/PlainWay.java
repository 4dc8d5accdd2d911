package io.github.crosstie.engagement.random;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.crosstie.configuration.Assignment;
import io.github.crosstie.configuration.BothSetsPolicy;
import io.github.crosstie.configuration.BusinessUnit;
import io.github.crosstie.configuration.EngagementRole;
import io.github.crosstie.directory.Directory;
import io.github.crosstie.directory.User;
import io.github.crosstie.directory.UserId;
import io.github.crosstie.engagement.connector.UserWriteKind;
import io.github.crosstie.engagement.plan.LeftAlone;
import io.github.crosstie.engagement.plan.LeftCode;
import io.github.crosstie.engagement.plan.UnitPlan;
import io.github.crosstie.engagement.plan.UserChange;
import io.github.crosstie.engagement.user.EngagementUser;
import io.github.crosstie.engagement.user.FieldMap;
import io.github.crosstie.engagement.user.UserField;
import io.github.crosstie.engagement.user.UserValues;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** User Sync the plain way: for each user it goes through everybody, by the letter of the rules. */
final class PlainWay {

    /** Codes of those who want what somebody else has: who comes first, only a look at everybody together can tell. */
    private static final Set<LeftCode> COLLISIONS = EnumSet.of(
            LeftCode.EMAIL_EXISTS,
            LeftCode.USERNAME_TAKEN,
            LeftCode.HELD_BY_RECYCLED,
            LeftCode.USERNAME_NOT_FREE,
            LeftCode.EMAIL_NOT_FREE,
            LeftCode.EMAIL_SHARED,
            LeftCode.SWAP,
            LeftCode.USERNAME_RESERVED);

    private final Directory directory;
    private final BusinessUnit unit;
    private final List<EngagementUser> users;

    PlainWay(Directory directory, BusinessUnit unit, List<EngagementUser> users) {
        this.directory = directory;
        this.unit = unit;
        this.users = users;
    }

    void compare(UnitPlan plan, long seed) {
        for (User user : directory.users().all()) {
            String expected = due(user);
            String found = found(plan, user.id());
            assertThat(found)
                    .as("seed %d, unit %s, user %s", seed, unit.id(), user.id())
                    .isIn(expected, expected + "?");
        }
        List<String> unseen = plan.left().stream()
                .filter(left -> left.user() == null)
                .map(left -> String.valueOf(left.target()))
                .toList();
        assertThat(unseen)
                .as("seed %d", seed)
                .containsExactlyElementsOf(users.stream()
                        .filter(each -> !each.recycled() && each.isMapped() && crmUser(each) == null)
                        .map(each -> each.id().value())
                        .toList());
    }

    /** What the plan does, by its first change; with a question mark where somebody stands in the way. */
    private String found(UnitPlan plan, UserId user) {
        for (UserChange change : plan.changes()) {
            if (change.user().equals(user)) {
                return change.kind().name();
            }
        }
        for (LeftAlone left : plan.left()) {
            if (user.equals(left.user())) {
                return COLLISIONS.contains(left.code())
                        ? due(find(user)) + "?"
                        : left.code().name();
            }
        }
        return "NOTHING";
    }

    private User find(UserId user) {
        return directory.users().find(user).orElseThrow();
    }

    private String due(User user) {
        List<EngagementUser> live = linked(user, false);
        List<EngagementUser> recycled = linked(user, true);
        boolean marketing = isIn(user, unit.marketingUsers());
        boolean sales = isIn(user, unit.salesUsers());
        boolean meant = user.active() && (marketing || sales);
        if (live.size() > 1 || (meant && live.isEmpty() && recycled.size() > 1)) {
            return LeftCode.LINKED_TWICE.name();
        }
        if (!live.isEmpty()) {
            return meant ? change(user, live.get(0), marketing, sales) : UserWriteKind.RECYCLE.name();
        }
        if (!meant) {
            return "NOTHING";
        }
        if (isRejected(user, marketing, sales)) {
            return LeftCode.IN_BOTH_SETS.name();
        }
        if (recycled.isEmpty()) {
            return user.emailAddress().isEmpty() ? LeftCode.EMAIL_MISSING.name() : UserWriteKind.CREATE.name();
        }
        return losesAddress(user, recycled.get(0)) ? LeftCode.EMAIL_MISSING.name() : UserWriteKind.RESTORE.name();
    }

    /** Somebody without an address in both places is no trouble. */
    private static boolean losesAddress(User user, EngagementUser there) {
        return user.emailAddress().isEmpty()
                && there.values().get(UserField.EMAIL_ADDRESS).isPresent();
    }

    private String change(User user, EngagementUser there, boolean marketing, boolean sales) {
        if (isRejected(user, marketing, sales)) {
            return LeftCode.IN_BOTH_SETS.name();
        }
        UserValues wanted = FieldMap.DEFAULT.values(user, role(user, marketing, sales));
        for (UserField field : UserField.values()) {
            String one = there.values().get(field).orElse("").toLowerCase(Locale.ROOT);
            String other = wanted.get(field).orElse("").toLowerCase(Locale.ROOT);
            if (!one.equals(other)) {
                return losesAddress(user, there) ? LeftCode.EMAIL_MISSING.name() : UserWriteKind.UPDATE.name();
            }
        }
        return "NOTHING";
    }

    private boolean isRejected(User user, boolean marketing, boolean sales) {
        return marketing
                && sales
                && unit.bothSets() == BothSetsPolicy.REJECT
                && !user.id().equals(unit.creator());
    }

    private EngagementRole role(User user, boolean marketing, boolean sales) {
        if (marketing && user.id().equals(unit.creator())) {
            return EngagementRole.ADMINISTRATOR;
        }
        boolean salesDecides = sales && (!marketing || unit.bothSets() == BothSetsPolicy.SALES_WINS);
        return salesDecides
                ? EngagementRole.SALES
                : unit.mapping().roles().getOrDefault(user.profile(), EngagementRole.MARKETING);
    }

    private boolean isIn(User user, List<Assignment> assignments) {
        for (Assignment assignment : assignments) {
            Set<UserId> members = Set.of();
            if (assignment instanceof Assignment.OfUser of) {
                members = Set.of(of.user());
            } else if (assignment instanceof Assignment.OfGroup of) {
                members = directory.closure(of.group()).users();
            } else if (assignment instanceof Assignment.OfRole of) {
                members = directory.usersInRole(of.role());
            } else if (assignment instanceof Assignment.OfRoleAndSubordinates of) {
                members = directory.usersInRoleAndSubordinates(of.role(), of.internalOnly());
            }
            if (members.contains(user.id())) {
                return true;
            }
        }
        return false;
    }

    private List<EngagementUser> linked(User user, boolean recycled) {
        List<EngagementUser> found = new ArrayList<>();
        for (EngagementUser each : users) {
            if (each.recycled() == recycled && user.equals(crmUser(each))) {
                found.add(each);
            }
        }
        return found;
    }

    private User crmUser(EngagementUser user) {
        if (user.salesforceId().isPresent()) {
            return directory.users().find(user.salesforceId().get()).orElse(null);
        }
        String username = user.values().get(UserField.CRM_USERNAME).orElse("");
        return directory.users().all().stream()
                .filter(each -> each.username().equalsIgnoreCase(username))
                .findFirst()
                .orElse(null);
    }
}
