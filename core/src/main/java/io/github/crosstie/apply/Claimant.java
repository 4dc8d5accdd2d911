package io.github.crosstie.apply;

import io.github.crosstie.configuration.ConfigurationId;
import io.github.crosstie.conflict.MailboxClaim;
import io.github.crosstie.directory.Environment;
import io.github.crosstie.directory.OrganizationId;
import io.github.crosstie.directory.UserId;
import java.time.Instant;
import java.util.Objects;

/**
 * In whose name a mailbox is claimed (S12).
 *
 * @param organization the organization
 * @param environment production or sandbox, by the organization's own record
 * @param user the user of that organization
 * @param configuration the configuration that the user syncs by
 */
public record Claimant(
        OrganizationId organization, Environment environment, UserId user, ConfigurationId configuration) {

    /** Requires all parts. */
    public Claimant {
        Objects.requireNonNull(organization, "organization");
        Objects.requireNonNull(environment, "environment");
        Objects.requireNonNull(user, "user");
        Objects.requireNonNull(configuration, "configuration");
    }

    boolean isNamedBy(MailboxClaim claim) {
        return claim.names(organization, environment, user);
    }

    /** Whether a claim is one that this claimant may not take over, whatever it knows: a sandbox never takes production's. */
    boolean isBarredBy(MailboxClaim claim) {
        return environment == Environment.SANDBOX && claim.environment() == Environment.PRODUCTION && claim.live();
    }

    MailboxClaim claim(long epoch, Instant now) {
        return new MailboxClaim(organization, environment, user, configuration, epoch, now, now, true);
    }

    /** What to do about a claim of somebody else. */
    String remedy(MailboxClaim claim) {
        if (isBarredBy(claim)) {
            return "a sandbox never takes a mailbox over from production: leave the sandbox's configuration, or have production"
                    + " release the mailbox";
        }
        return "stop syncing it there and release it, or take it over by naming epoch " + claim.epoch();
    }
}
