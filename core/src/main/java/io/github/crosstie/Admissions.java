package io.github.crosstie;

import io.github.crosstie.apply.SyncResult;
import io.github.crosstie.assignment.Enrollment;
import io.github.crosstie.assignment.Roster;
import io.github.crosstie.configuration.SyncConfiguration;
import io.github.crosstie.conflict.AddressReading;
import io.github.crosstie.conflict.ConflictReport;
import io.github.crosstie.conflict.MailboxAddress;
import io.github.crosstie.conflict.OrganizationUser;
import io.github.crosstie.directory.Environment;
import io.github.crosstie.directory.OrganizationId;
import io.github.crosstie.directory.User;
import io.github.crosstie.directory.UserId;
import io.github.crosstie.item.ItemKind;
import java.util.Optional;
import java.util.SortedSet;
import java.util.stream.Stream;

/** Decides for whom rounds may run: for those who are enrolled, whom no conflict holds, and whose mailbox is known. */
final class Admissions {

    private final ConflictReport conflicts;
    private final SortedSet<OrganizationUser> held;

    Admissions(ConflictReport conflicts) {
        this.conflicts = conflicts;
        held = conflicts.heldUsers();
    }

    Roster roster(OrganizationId organization) {
        return conflicts.landscape().roster(organization);
    }

    /** Everybody who is enrolled in any organization, held or not. */
    Stream<OrganizationUser> enrolled() {
        return conflicts.landscape().rosters().stream().flatMap(roster -> {
            OrganizationId organization = roster.directory().organization().id();
            return roster.enrollments().map(enrollment -> new OrganizationUser(organization, enrollment.user()));
        });
    }

    Environment environment(OrganizationId organization) {
        return roster(organization).directory().organization().environment();
    }

    /** Refuses a user whom the directory does not know: such a mistake would otherwise look like a user without state. */
    void requireUser(OrganizationId organization, UserId user) {
        roster(organization).resolution(user);
    }

    Admission admit(OrganizationId organization, UserId user) {
        Optional<SyncConfiguration> configuration = configuration(organization, user);
        if (configuration.isEmpty()) {
            return new Admission.Refused(
                    new SyncResult.NotEnrolled(roster(organization).resolution(user)));
        }
        OrganizationUser who = new OrganizationUser(organization, user);
        if (held.contains(who)) {
            return new Admission.Refused(new SyncResult.Held(conflicts.holding(who)));
        }
        if (address(organization, user) instanceof AddressReading.Usable usable) {
            return new Admission.Admitted(
                    organization, environment(organization), user, usable.address(), configuration.get());
        }
        return new Admission.Refused(new SyncResult.NoMailbox(noMailbox(organization, user)));
    }

    Optional<Admission.Admitted> admitted(OrganizationId organization, UserId user) {
        return admit(organization, user) instanceof Admission.Admitted admitted
                ? Optional.of(admitted)
                : Optional.empty();
    }

    Optional<Admission.Admitted> admitted(OrganizationId organization, UserId user, ItemKind kind) {
        return admitted(organization, user).filter(admitted -> admitted.flows(kind));
    }

    /** By what a user is enrolled, held or not. */
    Optional<SyncConfiguration> configuration(OrganizationId organization, UserId user) {
        Roster roster = roster(organization);
        return roster.enrollment(user)
                .map(Enrollment::configuration)
                .map(id -> roster.configurations().find(id).orElseThrow());
    }

    AddressReading address(OrganizationId organization, UserId user) {
        requireUser(organization, user);
        return MailboxAddress.read(roster(organization)
                .directory()
                .users()
                .find(user)
                .flatMap(User::emailAddress)
                .orElse(""));
    }

    /** Why a user whose address is unusable has no mailbox, and what to do. */
    String noMailbox(OrganizationId organization, UserId user) {
        String reason = address(organization, user) instanceof AddressReading.Unusable unusable
                ? unusable.reason()
                : "unusable";
        return "the e-mail address of user " + user + " in the CRM cannot be used: " + reason
                + "; enter the primary address of their mailbox";
    }
}
