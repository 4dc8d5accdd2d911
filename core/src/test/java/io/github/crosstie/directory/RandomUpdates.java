package io.github.crosstie.directory;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Random changes, made to a builder and to the naive directory alike; ids are few, so that everything meets. */
final class RandomUpdates {

    private final RandomGenerator random;
    private final NaiveDirectory model;
    private final int users;
    private final int roles;
    private final int groups;
    private boolean removes;

    RandomUpdates(RandomGenerator random, NaiveDirectory model) {
        this.random = random;
        this.model = model;
        users = 1 + random.nextInt(10);
        roles = 1 + random.nextInt(7);
        groups = 1 + random.nextInt(8);
    }

    /** Whether the last call removed a record. */
    boolean removes() {
        return removes;
    }

    void change(DirectoryBuilder builder, int times) {
        NaiveDirectory before = model.copy();
        for (int at = 0; at < times; at++) {
            changeOnce(builder);
        }
        removes = !model.users.keySet().containsAll(before.users.keySet())
                || !model.roles.keySet().containsAll(before.roles.keySet())
                || !model.groups.keySet().containsAll(before.groups.keySet());
    }

    private void changeOnce(DirectoryBuilder builder) {
        int kind = random.nextInt(30);
        if (kind < 7) {
            putUser(builder);
        } else if (kind < 10) {
            putRole(builder);
        } else if (kind < 13) {
            Group group = new Group(groupId(), "g" + random.nextInt(3), "name");
            model.groups.put(group.id(), group);
            builder.put(group);
        } else if (kind < 23) {
            addMember(builder);
        } else if (kind < 27) {
            removeMember(builder);
        } else {
            remove(builder, kind);
        }
    }

    private void putUser(DirectoryBuilder builder) {
        User user = User.builder(
                        userId(),
                        "name" + random.nextInt(2),
                        random.nextInt(5) == 0 ? new ProfileId("00eHidden") : Records.STANDARD)
                .active(random.nextBoolean())
                .role(random.nextInt(4) == 0 ? null : roleId())
                .build();
        model.users.put(user.id(), user);
        builder.put(user);
    }

    private void putRole(DirectoryBuilder builder) {
        RoleId id = roleId();
        @Nullable RoleId parent = random.nextInt(4) == 0 ? null : roleId();
        if (parent != null && (parent.equals(id) || model.chain(parent).contains(id) || closesACycle(id, parent))) {
            parent = null;
        }
        Role role = new Role(id, "r" + random.nextInt(3), "name", parent, random.nextInt(4) == 0);
        model.roles.put(id, role);
        builder.put(role);
    }

    /** A parent that is not listed yet may come later: the chain of parents' names decides, listed or not. */
    private boolean closesACycle(RoleId id, RoleId parent) {
        List<RoleId> chain = model.chain(parent);
        return !chain.isEmpty()
                && id.equals(model.roles.get(chain.get(chain.size() - 1)).parent());
    }

    private void addMember(DirectoryBuilder builder) {
        GroupId group = groupId();
        Member member = member();
        if (model.groups.containsKey(group)) {
            model.members.computeIfAbsent(group, none -> new HashSet<>()).add(member);
            builder.addMember(group, member);
        } else {
            builder.addMember(new GroupId("never listed"), member);
        }
    }

    private void removeMember(DirectoryBuilder builder) {
        GroupId group = groupId();
        List<Member> members = model.membersOf(group).stream()
                .sorted(Comparator.comparing(Member::toString))
                .toList();
        Member member = members.isEmpty() ? member() : members.get(random.nextInt(members.size()));
        if (model.members.containsKey(group)) {
            model.members.get(group).remove(member);
        }
        builder.removeMember(group, member);
    }

    private void remove(DirectoryBuilder builder, int kind) {
        if (kind == 27) {
            UserId user = userId();
            model.users.remove(user);
            builder.remove(user);
        } else if (kind == 28) {
            RoleId role = roleId();
            model.roles.remove(role);
            builder.remove(role);
        } else {
            GroupId group = groupId();
            model.groups.remove(group);
            model.members.remove(group);
            builder.remove(group);
        }
    }

    private Member member() {
        int kind = random.nextInt(16);
        if (kind < 7) {
            return new Member.OfUser(userId());
        }
        if (kind < 11) {
            return new Member.OfGroup(groupId());
        }
        if (kind < 13) {
            return new Member.OfRole(roleId());
        }
        return kind < 15
                ? new Member.OfRoleAndSubordinates(roleId(), random.nextBoolean())
                : new Member.Unreadable("x" + random.nextInt(2), Member.Unreadable.Reason.UNSUPPORTED_GROUP_TYPE);
    }

    UserId userId() {
        return new UserId("u" + random.nextInt(users));
    }

    RoleId roleId() {
        return new RoleId("r" + random.nextInt(roles));
    }

    GroupId groupId() {
        return new GroupId("g" + random.nextInt(groups));
    }
}
