package io.github.crosstie.salesforce;

import io.github.crosstie.directory.DirectoryBuilder;
import io.github.crosstie.directory.GroupId;
import io.github.crosstie.directory.Member;
import java.util.HashMap;
import java.util.Map;

/** What is remembered of group and membership rows, so that those that follow can be understood by them. */
final class KnownRows {

    private final Map<String, Member> groups;
    private final Map<String, Membership> memberships;
    private final Map<Membership, Integer> rows;
    private boolean hasRetypedGroups;

    KnownRows() {
        this(new HashMap<>(), new HashMap<>(), new HashMap<>());
    }

    private KnownRows(Map<String, Member> groups, Map<String, Membership> memberships, Map<Membership, Integer> rows) {
        this.groups = groups;
        this.memberships = memberships;
        this.rows = rows;
    }

    /** A row that makes somebody a member. */
    private record Membership(GroupId group, Member member) {}

    /** The same rows, to be changed by themselves: a reading that fails has changed nothing. */
    KnownRows copy() {
        return new KnownRows(new HashMap<>(groups), new HashMap<>(memberships), new HashMap<>(rows));
    }

    void group(String id, Member member) {
        Member before = groups.put(id, member);
        hasRetypedGroups |= before != null && !before.equals(member);
    }

    /** Whether a group came to stand for something else: what was made of its memberships does not hold any more. */
    boolean hasRetypedGroups() {
        return hasRetypedGroups;
    }

    /** What a member group stands for; one that nobody listed stays a group, and dangles until it is listed (A12). */
    Member asMember(String groupId) {
        return groups.getOrDefault(groupId, new Member.OfGroup(new GroupId(groupId)));
    }

    /** Takes a membership in, by one row more. */
    void addMembership(String id, GroupId group, Member member, DirectoryBuilder directory) {
        add(id, new Membership(group, member), directory);
    }

    private void add(String id, Membership membership, DirectoryBuilder directory) {
        if (memberships.put(id, membership) == null) {
            rows.merge(membership, 1, Integer::sum);
            directory.addMember(membership.group(), membership.member());
        }
    }

    /** Takes a deleted row out; whoever was made a member once more by a newer row stays one. */
    void removeMembership(String id, DirectoryBuilder directory) {
        Membership gone = memberships.remove(id);
        if (gone != null && rows.merge(gone, -1, Integer::sum) == 0) {
            rows.remove(gone);
            directory.removeMember(gone.group(), gone.member());
        }
    }

    /** Puts a membership back that is out of view, so that nobody leaves a group for that. */
    void keep(KnownRows earlier, String id, DirectoryBuilder directory) {
        Membership kept = earlier.memberships.get(id);
        if (kept != null) {
            add(id, kept, directory);
        }
    }
}
