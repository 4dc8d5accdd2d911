package io.github.crosstie.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.crosstie.configuration.ConfigurationId;
import io.github.crosstie.conflict.MailboxClaim;
import io.github.crosstie.connector.ClaimOutcome;
import io.github.crosstie.connector.Endpoint;
import io.github.crosstie.directory.Environment;
import io.github.crosstie.directory.OrganizationId;
import io.github.crosstie.directory.UserId;
import java.time.Instant;

/** What an endpoint that keeps claims promises of them (S12). */
final class ClaimPromises {

    private static final Instant SINCE = Instant.parse("2026-03-02T08:00:00Z");

    private ClaimPromises() {}

    static void verify(Endpoint endpoint) {
        MailboxClaim before = endpoint.readClaim().orElse(null);
        MailboxClaim first = claim("00D-first", before == null ? 1 : before.epoch() + 1);
        MailboxClaim rival = claim("00D-rival", first.epoch());

        assertThat(endpoint.replaceClaim(before, first)).as("as expected").isInstanceOf(ClaimOutcome.Replaced.class);
        assertThat(endpoint.readClaim()).as("read as it was written").contains(first);
        assertThat(endpoint.replaceClaim(before, rival)).as("too late").isInstanceOf(ClaimOutcome.Conflict.class);
        assertThat(endpoint.replaceClaim(rival, rival)).as("never there").isInstanceOf(ClaimOutcome.Conflict.class);
        assertThat(endpoint.readClaim()).as("after refusals").contains(first);
        assertThat(endpoint.replaceClaim(first, first.released()))
                .as("released")
                .isInstanceOf(ClaimOutcome.Replaced.class);
        assertThat(endpoint.readClaim()).as("a released claim is kept").contains(first.released());
    }

    private static MailboxClaim claim(String organization, long epoch) {
        return new MailboxClaim(
                new OrganizationId(organization),
                Environment.SANDBOX,
                new UserId("005-user"),
                new ConfigurationId("default"),
                epoch,
                SINCE,
                SINCE.plusSeconds(90),
                true);
    }
}
