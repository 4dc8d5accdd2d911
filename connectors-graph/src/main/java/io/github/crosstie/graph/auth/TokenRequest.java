package io.github.crosstie.graph.auth;

import io.github.crosstie.connector.Owner;
import java.net.URI;
import java.util.Objects;

/**
 * What a token is for.
 *
 * @param service the root of the service, such as {@code https://graph.microsoft.com/v1.0}; always the one that the
 *     connector was made for, whatever links the server gives
 * @param mailbox whose mailbox is to be reached, for hosts that have a token for each
 */
public record TokenRequest(URI service, Owner mailbox) {

    /** Checks that nothing is missing. */
    public TokenRequest {
        Objects.requireNonNull(service, "service");
        Objects.requireNonNull(mailbox, "mailbox");
    }

    /**
     * The scope of a token for an application: all that it has been granted.
     *
     * @return such as {@code https://graph.microsoft.com/.default}
     */
    public String scope() {
        return service.getScheme() + "://" + service.getAuthority() + "/.default";
    }
}
