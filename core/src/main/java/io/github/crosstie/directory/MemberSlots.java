package io.github.crosstie.directory;

/**
 * Where the members that groups list stand in the directory.
 *
 * @param users the users
 * @param roles the roles
 * @param groups the slots of groups by id
 */
record MemberSlots(Users users, Roles roles, SlotIndex<GroupId> groups) {

    /** The slot of a member among the records of its kind, or -1. */
    int slot(Member member) {
        if (member instanceof Member.OfUser user) {
            return users.slot(user.user());
        }
        if (member instanceof Member.OfGroup group) {
            return groups.slot(group.group());
        }
        if (member instanceof Member.OfRole role) {
            return roles.slot(role.role());
        }
        if (member instanceof Member.OfRoleAndSubordinates subtree) {
            return roles.slot(subtree.role());
        }
        return -1;
    }

    /** Whether the member's record was listed (A12); a role that users name but nobody listed has a slot all the same. */
    boolean readable(Member member) {
        if (member instanceof Member.OfRole role) {
            return roles.listed(role.role());
        }
        if (member instanceof Member.OfRoleAndSubordinates subtree) {
            return roles.listed(subtree.role());
        }
        return slot(member) >= 0;
    }

    static String id(Member member) {
        if (member instanceof Member.OfUser user) {
            return user.user().value();
        }
        if (member instanceof Member.OfGroup group) {
            return group.group().value();
        }
        if (member instanceof Member.OfRole role) {
            return role.role().value();
        }
        if (member instanceof Member.OfRoleAndSubordinates subtree) {
            return subtree.role().value();
        }
        return ((Member.Unreadable) member).id();
    }
}
