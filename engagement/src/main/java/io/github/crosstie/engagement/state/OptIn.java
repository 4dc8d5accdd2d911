package io.github.crosstie.engagement.state;

import io.github.crosstie.state.ReleaseToken;
import java.time.Instant;
import java.util.Objects;

/**
 * The confirmation that the CRM becomes the source of truth, which cannot be taken back. Needs an admin of each side;
 * one person may be both.
 *
 * @param salesforceAdmin who confirmed it for Salesforce; not blank
 * @param engagementAdmin who confirmed it for Account Engagement; not blank
 * @param token the token of the preview that they had seen
 * @param at when
 */
public record OptIn(String salesforceAdmin, String engagementAdmin, ReleaseToken token, Instant at) {

    /**
     * Checks the names.
     *
     * @throws IllegalArgumentException if one is blank
     */
    public OptIn {
        if (salesforceAdmin.isBlank() || engagementAdmin.isBlank()) {
            throw new IllegalArgumentException(
                    "opting in needs the confirmation of a Salesforce admin and of an Account"
                            + " Engagement admin; name both, even if they are one person");
        }
        Objects.requireNonNull(token, "token");
        Objects.requireNonNull(at, "at");
    }

    /** Without the names, as they are personal data. */
    @Override
    public String toString() {
        return "OptIn[" + token + " at " + at + "]";
    }
}
