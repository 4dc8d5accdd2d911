package io.github.crosstie.benchmarks;

import io.github.crosstie.assignment.AssignmentResolver;
import io.github.crosstie.assignment.OrganizationSetup;
import io.github.crosstie.benchmarks.scaling.Subject;
import java.util.List;

/** Whose time and memory are measured at growing sizes. */
final class Subjects {

    private static final int CONFIGURATIONS = 200;

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
