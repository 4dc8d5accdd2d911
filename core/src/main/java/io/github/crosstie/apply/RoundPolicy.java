package io.github.crosstie.apply;

import io.github.crosstie.configuration.OrganizationGuard;
import io.github.crosstie.fault.Incubating;
import java.util.Objects;

/**
 * What holds for all rounds of a host, whatever their configurations say.
 *
 * @param retries how long to leave alone what does not work for now
 * @param organizationGuard when the deletions of a whole organization are held (S13)
 */
@Incubating
public record RoundPolicy(RetryPolicy retries, OrganizationGuard organizationGuard) {

    /** The defaults of both. */
    public static final RoundPolicy DEFAULT = new RoundPolicy(RetryPolicy.DEFAULT, OrganizationGuard.DEFAULT);

    /** Requires both parts. */
    public RoundPolicy {
        Objects.requireNonNull(retries, "retries");
        Objects.requireNonNull(organizationGuard, "organizationGuard");
    }
}
