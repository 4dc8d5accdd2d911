package io.github.crosstie;

import io.github.crosstie.apply.ClaimResult;
import io.github.crosstie.apply.Claimant;
import io.github.crosstie.apply.MailboxClaims;
import io.github.crosstie.configuration.ConfigurationId;
import io.github.crosstie.configuration.SyncConfiguration;
import io.github.crosstie.conflict.AddressReading;
import io.github.crosstie.conflict.MailboxAddress;
import io.github.crosstie.conflict.MailboxClaim;
import io.github.crosstie.connector.Owner;
import io.github.crosstie.directory.OrganizationId;
import io.github.crosstie.directory.UserId;
import io.github.crosstie.item.ItemKind;
import java.util.Optional;

/** Finds the claim in a user's mailbox (S12), also of users for whom no round may run. */
record Claims(Admissions admissions, MailRoutes mail, Context context) {

    /** Stands for the configuration of a user who has none, where a mailbox is opened to give it up. */
    private static final SyncConfiguration NOT_ENROLLED =
            SyncConfiguration.builder(new ConfigurationId("none")).build();

    Optional<MailboxClaim> read(OrganizationId organization, UserId user) {
        return admissions.address(organization, user) instanceof AddressReading.Usable usable
                ? of(organization, user, usable.address()).read()
                : Optional.empty();
    }

    ClaimResult takeOver(OrganizationId organization, UserId user, long expectedEpoch) {
        if (admissions.configuration(organization, user).isEmpty()) {
            return new ClaimResult.Refused(
                    "user " + user + " is not enrolled, so would not sync the mailbox; assign a configuration first",
                    null);
        }
        return admissions.address(organization, user) instanceof AddressReading.Usable usable
                ? of(organization, user, usable.address()).takeOver(expectedEpoch)
                : new ClaimResult.Refused(admissions.noMailbox(organization, user), null);
    }

    ClaimResult release(OrganizationId organization, UserId user) {
        return admissions.address(organization, user) instanceof AddressReading.Usable usable
                ? of(organization, user, usable.address()).release()
                : new ClaimResult.Refused(admissions.noMailbox(organization, user), null);
    }

    private MailboxClaims of(OrganizationId organization, UserId user, MailboxAddress mailbox) {
        SyncConfiguration configuration =
                admissions.configuration(organization, user).orElse(NOT_ENROLLED);
        return MailboxClaims.of(
                new Claimant(organization, admissions.environment(organization), user, configuration.id()),
                mail.of(organization, user).open(new Owner(mailbox.text()), ItemKind.CONTACT, configuration),
                context.store(),
                context.clock(),
                context.ids());
    }
}
