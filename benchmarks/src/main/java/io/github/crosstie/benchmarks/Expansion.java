package io.github.crosstie.benchmarks;

import io.github.crosstie.assignment.OrganizationSetup;
import io.github.crosstie.benchmarks.StrongestFirst.Claim;
import io.github.crosstie.configuration.Assignment;
import io.github.crosstie.directory.Directory;
import io.github.crosstie.directory.Groups;
import java.util.Arrays;
import java.util.BitSet;

/**
 * What somebody who knows the slots of a directory would write: expand every assignment over lists of users, strongest first,
 * and let the first claim stand. How the users of one target are gathered is left to the subclass.
 */
abstract class Expansion {

    /**
     * What came of it.
     *
     * @param effective the ordinal of each user's configuration, or -1
     * @param dormant whom inactive configurations claim
     */
    @SuppressWarnings("ArrayRecordComponent") // read once, never compared as a record
    record Answers(int[] effective, BitSet dormant) {}

    final Directory directory;
    final UserLists lists;
    final int[] effective;
    final BitSet dormant;

    private final OrganizationSetup setup;

    Expansion(OrganizationSetup setup) {
        this.setup = setup;
        directory = setup.directory();
        lists = new UserLists(directory);
        effective = new int[directory.users().size()];
        Arrays.fill(effective, -1);
        dormant = new BitSet(effective.length);
    }

    final Answers resolve() {
        for (Claim claim : StrongestFirst.claims(setup.configurations())) {
            open(claim);
            gather(claim.assignment());
            if (claim.configuration().active()) {
                claim(claim.ordinal());
            } else {
                claimDormant();
            }
        }
        for (int user = 0; user < effective.length; user++) {
            if (!directory.users().active(user)) {
                effective[user] = -1;
            }
        }
        return new Answers(effective, dormant());
    }

    /** Starts a target. */
    abstract void open(Claim claim);

    /** Adds a part of a list of users to the target. */
    abstract void add(UserLists.Lists lists, int number);

    /** Adds one user to the target. */
    abstract void add(int user);

    /** Gives the configuration to those of the target who have none. */
    abstract void claim(int ordinal);

    /** Notes the target as claimed by an inactive configuration. */
    abstract void claimDormant();

    /** Whom inactive configurations claim. */
    BitSet dormant() {
        return dormant;
    }

    private void gather(Assignment assignment) {
        if (assignment instanceof Assignment.OfUser of) {
            int slot = directory.users().slot(of.user());
            if (slot >= 0) {
                add(slot);
            }
        } else if (assignment instanceof Assignment.OfProfile of) {
            add(lists.ofProfile, directory.profiles().slot(of.profile()));
        } else if (assignment instanceof Assignment.OfRole of) {
            add(lists.ofRole, directory.roles().slot(of.role()));
        } else if (assignment instanceof Assignment.OfRoleAndSubordinates of) {
            addSubtree(directory.roles().slot(of.role()), of.internalOnly());
        } else if (assignment instanceof Assignment.OfGroup of) {
            addGroups(directory.groups().slot(of.group()));
        }
    }

    private void addSubtree(int top, boolean internalOnly) {
        for (int role : directory.roles().subtree(top, internalOnly).toArray()) {
            add(lists.ofRole, role);
        }
    }

    private void addGroups(int outermost) {
        Groups groups = directory.groups();
        BitSet reached = new BitSet(groups.size());
        int[] pending = new int[groups.size()];
        int count = 0;
        pending[count++] = outermost;
        reached.set(outermost);
        while (count > 0) {
            int group = pending[--count];
            add(lists.ofGroup, group);
            for (int at = 0; at < groups.roleCount(group); at++) {
                add(lists.ofRole, groups.role(group, at));
            }
            groups.roleSubtrees(group).forEach(each -> addSubtree(each.role(), each.internalOnly()));
            for (int at = 0; at < groups.subgroupCount(group); at++) {
                int inner = groups.subgroup(group, at);
                if (!reached.get(inner)) {
                    reached.set(inner);
                    pending[count++] = inner;
                }
            }
        }
    }
}
