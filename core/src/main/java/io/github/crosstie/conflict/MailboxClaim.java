package io.github.crosstie.conflict;

import io.github.crosstie.configuration.ConfigurationId;
import io.github.crosstie.directory.Environment;
import io.github.crosstie.directory.OrganizationId;
import io.github.crosstie.directory.UserId;
import java.time.Instant;
import java.util.Objects;

/**
 * Who may write to a mailbox (S12): a mark kept in the mailbox itself, one for all kinds of record, so that two organizations
 * that know nothing of each other never sync one mailbox. It lasts until it is released or taken over, whatever its age.
 *
 * @param organization whose user holds the mailbox
 * @param environment whether that is production or a sandbox
 * @param user the user of that organization
 * @param configuration the configuration that the user synced by when the holder last wrote
 * @param epoch 1 for the mailbox's first claim, one more with every change of hands; the holder of a lower one has lost it
 * @param since when the mailbox last changed hands, by the holder's clock
 * @param heartbeat when the holder last wrote, by the holder's clock; informs people, decides nothing
 * @param live false once the holder has released it: the mailbox is free, and the epoch goes on from here
 */
public record MailboxClaim(
        OrganizationId organization,
        Environment environment,
        UserId user,
        ConfigurationId configuration,
        long epoch,
        Instant since,
        Instant heartbeat,
        boolean live) {

    /**
     * Requires all parts.
     *
     * @throws IllegalArgumentException if the epoch is smaller than 1
     */
    public MailboxClaim {
        Objects.requireNonNull(organization, "organization");
        Objects.requireNonNull(environment, "environment");
        Objects.requireNonNull(user, "user");
        Objects.requireNonNull(configuration, "configuration");
        Objects.requireNonNull(since, "since");
        Objects.requireNonNull(heartbeat, "heartbeat");
        if (epoch < 1) {
            throw new IllegalArgumentException("mailbox claim with epoch " + epoch + ": use 1 or more");
        }
    }

    /**
     * Whether a user is the one who is named by it, released or not.
     *
     * @param organization the user's organization
     * @param environment the organization's environment
     * @param user who
     * @return true if all three are the same
     */
    public boolean names(OrganizationId organization, Environment environment, UserId user) {
        return this.organization.equals(organization) && this.environment == environment && this.user.equals(user);
    }

    /**
     * The same after the holder wrote again.
     *
     * @param configuration the configuration that the holder syncs by now
     * @param epoch the epoch that the holder knows
     * @param heartbeat when
     * @return a changed copy
     */
    public MailboxClaim refreshed(ConfigurationId configuration, long epoch, Instant heartbeat) {
        return new MailboxClaim(organization, environment, user, configuration, epoch, since, heartbeat, true);
    }

    /**
     * The same, given up.
     *
     * @return a copy that holds nothing any more
     */
    public MailboxClaim released() {
        return new MailboxClaim(organization, environment, user, configuration, epoch, since, heartbeat, false);
    }

    /** Who holds it and since when, on one line, for people. */
    @Override
    public String toString() {
        return (live ? "claim " : "released claim ") + epoch + " of user " + user + " of organization " + organization
                + (environment == Environment.SANDBOX ? " (sandbox)" : "") + ", configuration " + configuration
                + ", since " + since + ", last written " + heartbeat;
    }
}
