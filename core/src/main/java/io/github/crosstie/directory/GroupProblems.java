package io.github.crosstie.directory;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** Finds what is odd in the groups of a directory: self-membership, unreadable members, cycles, diamonds (A11, A12). */
final class GroupProblems {

    private final Groups groups;
    private final MemberSlots slots;
    private final List<DirectoryProblem> problems = new ArrayList<>();

    private GroupProblems(Groups groups, MemberSlots slots) {
        this.groups = groups;
        this.slots = slots;
    }

    static List<DirectoryProblem> of(Groups groups, MemberSlots slots) {
        GroupProblems found = new GroupProblems(groups, slots);
        groups.all().forEach(found::addMemberProblems);
        found.addCycles();
        found.problems.addAll(new GroupDiamonds(groups).find());
        return found.problems;
    }

    private void addMemberProblems(Group group) {
        for (Member member : groups.members(group.id())) {
            if (member instanceof Member.OfGroup inner && inner.group().equals(group.id())) {
                problems.add(new DirectoryProblem.SelfMembership(group));
            } else if (member instanceof Member.Unreadable unreadable) {
                problems.add(new DirectoryProblem.UnreadableMember(group, unreadable.id(), unreadable.reason()));
            } else if (!slots.readable(member)) {
                problems.add(new DirectoryProblem.UnreadableMember(
                        group, MemberSlots.id(member), Member.Unreadable.Reason.DANGLING));
            }
        }
    }

    private void addCycles() {
        for (int number = 0; number < groups.componentCount(); number++) {
            int[] members = groups.componentMembers(number).toArray();
            if (members.length > 1) {
                problems.add(new DirectoryProblem.GroupCycle(Arrays.stream(members)
                        .mapToObj(groups::at)
                        .sorted(Comparator.comparing(Group::id))
                        .toList()));
            }
        }
    }
}
