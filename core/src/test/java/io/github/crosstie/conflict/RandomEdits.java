package io.github.crosstie.conflict;

import io.github.crosstie.assignment.Roster;
import io.github.crosstie.configuration.BusinessUnit;
import io.github.crosstie.configuration.ConfigurationId;
import io.github.crosstie.configuration.ConfigurationSet;
import io.github.crosstie.configuration.EngagementSet;
import io.github.crosstie.configuration.SyncConfiguration;
import io.github.crosstie.directory.Directory;
import io.github.crosstie.directory.DirectoryBuilder;
import io.github.crosstie.directory.Group;
import io.github.crosstie.directory.GroupId;
import io.github.crosstie.directory.Member;
import io.github.crosstie.directory.Profile;
import io.github.crosstie.directory.ProfileId;
import io.github.crosstie.directory.Role;
import io.github.crosstie.directory.RoleId;
import io.github.crosstie.directory.User;
import io.github.crosstie.directory.UserId;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;

/** What administrators do to an organization of {@link RandomLandscapes} from one look to the next. */
final class RandomEdits {

    private final RandomGenerator random;
    private final RandomLandscapes landscapes;

    RandomEdits(RandomGenerator random) {
        this.random = random;
        landscapes = new RandomLandscapes(random);
    }

    /** The organization after one edit; most edit a user, as in life. */
    Roster edited(Roster roster) {
        return switch (random.nextInt(24)) {
            case 0 -> roster.update(structured(roster), roster.configurations());
            case 1 -> roster.update(structured(roster), configured(roster));
            case 2, 3 -> roster.update(roster.directory(), configured(roster));
            default -> roster.update(people(roster), roster.configurations());
        };
    }

    private Directory people(Roster roster) {
        Directory directory = roster.directory();
        DirectoryBuilder changes = directory.update();
        User user = user(roster);
        User like = landscapes.user("like", random.nextBoolean());
        switch (random.nextInt(12)) {
            case 0 -> changes.put(user.toBuilder().active(!user.active()).build());
            case 1 ->
                changes.put(user.toBuilder().role(like.role().orElse(null)).build());
            case 2 -> changes.put(user.toBuilder().profile(like.profile()).build());
            case 3 ->
                changes.put(
                        user.toBuilder().title("Adviser " + random.nextInt(9)).build());
            case 4 -> changes.put(landscapes.user("u" + random.nextInt(9), random.nextBoolean()));
            case 5 -> toggle(changes, directory, new Member.OfUser(user.id()));
            case 6 ->
                changes.put(user(roster).toBuilder()
                        .emailAddress(user.emailAddress().orElse(null))
                        .build());
            default ->
                changes.put(user.toBuilder()
                        .emailAddress(like.emailAddress().orElse(null))
                        .build());
        }
        return changes.build();
    }

    private Directory structured(Roster roster) {
        DirectoryBuilder changes = roster.directory().update();
        switch (random.nextInt(8)) {
            case 0 -> changes.put(new Group(group(), "g", "renamed " + random.nextInt(9)));
            case 1 -> changes.put(Role.internal(new RoleId("r3"), "renamed", new RoleId("r" + random.nextInt(3))));
            case 2 -> changes.put(new Profile(new ProfileId("p" + random.nextInt(5)), "renamed " + random.nextInt(9)));
            case 3 -> changes.complete(random.nextBoolean());
            case 4 -> changes.remove(user(roster).id());
            case 5 -> changes.remove(group());
            default -> toggle(changes, roster.directory(), landscapes.member(3));
        }
        return changes.build();
    }

    private void toggle(DirectoryBuilder changes, Directory directory, Member member) {
        GroupId group = group();
        if (directory.groups().slot(group) < 0) {
            return;
        }
        Set<Member> members = directory.groups().members(group);
        if (members.contains(member)) {
            changes.removeMember(group, member);
        } else {
            changes.addMember(group, member);
        }
    }

    private ConfigurationSet configured(Roster roster) {
        ConfigurationSet configurations = roster.configurations();
        List<SyncConfiguration> all = configurations.configurations();
        ConfigurationId id = all.get(random.nextInt(all.size())).id();
        List<BusinessUnit> units = configurations.businessUnits();
        return switch (random.nextInt(units.isEmpty() ? 3 : 4)) {
            case 0 -> configurations.edit(id, builder -> builder.active(random.nextBoolean()));
            case 1 -> configurations.assign(id, landscapes.assignment(4, true));
            case 2 -> configurations.edit(id, builder -> builder.assignments(List.of(landscapes.assignment(4, true))));
            default ->
                configurations.with(units.get(0)
                        .withAssignments(EngagementSet.SALES_USERS, List.of(landscapes.assignment(4, false))));
        };
    }

    private User user(Roster roster) {
        List<User> all = roster.directory().users().all();
        return all.isEmpty() ? landscapes.user(new UserId("u0").value(), false) : all.get(random.nextInt(all.size()));
    }

    private GroupId group() {
        return new GroupId("g" + random.nextInt(4));
    }
}
