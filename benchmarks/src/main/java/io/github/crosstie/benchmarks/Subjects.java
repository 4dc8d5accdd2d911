package io.github.crosstie.benchmarks;

import io.github.crosstie.assignment.AssignmentResolver;
import io.github.crosstie.assignment.OrganizationSetup;
import io.github.crosstie.assignment.Roster;
import io.github.crosstie.benchmarks.scaling.Subject;
import io.github.crosstie.conflict.ConflictDetector;
import java.util.List;

/** Whose time and memory are measured at growing sizes. */
final class Subjects {

    private static final int CONFIGURATIONS = 200;

    private static final int ORGANIZATIONS = 5;
    private static final int ONE_CONFLICT_IN = 1_000;

    private Subjects() {}

    static List<Subject> all() {
        return List.of(
                new Subject(
                        "resolve",
                        "users",
                        "who syncs by what, for everybody in one organization with " + CONFIGURATIONS
                                + " configurations of twenty assignments.",
                        users -> {
                            OrganizationSetup setup = SyntheticOrganization.of(users, CONFIGURATIONS);
                            return () -> AssignmentResolver.resolve(setup.directory(), setup.configurations());
                        }),
                new Subject(
                        "conflicts",
                        "users",
                        "which mailboxes clash, from the rosters of five organizations that share the users; one in "
                                + ONE_CONFLICT_IN + " has a conflict.",
                        users -> {
                            List<Roster> rosters = SyntheticLandscape.of(users / ORGANIZATIONS, ONE_CONFLICT_IN);
                            return () -> ConflictDetector.create().detect(rosters);
                        }),
                new Subject(
                        "diff",
                        "links",
                        "the three-way difference of an index and a listing of each side, both in memory; one link of fifty"
                                + " has changed.",
                        DiffBenchmark::difference),
                new Subject(
                        "plan",
                        "contacts",
                        "a dry run of the first round of one mailbox: so many contacts in the CRM, none in the mailbox, both"
                                + " in memory; the plan is one value that names every contact.",
                        contacts -> {
                            SyncedMailbox mailbox = SyncedMailbox.unsynced(contacts);
                            return () -> mailbox.newRound().plan();
                        }));
    }
}
