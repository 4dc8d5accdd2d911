package io.github.crosstie.salesforce.auth;

import java.net.URI;
import java.util.Objects;

/**
 * A session: the token that requests carry, and where it is good. {@link #toString} hides the token.
 *
 * @param value the token, in printable ASCII
 * @param instance the organization's address, such as {@code https://acme.my.salesforce.com}; requests go nowhere else
 */
public record AccessToken(String value, URI instance) {

    /**
     * Checks that a header can carry the token, and that the address is one.
     *
     * @throws IllegalArgumentException if the token is blank or not printable ASCII, or the address has no host
     */
    public AccessToken {
        Objects.requireNonNull(instance, "instance");
        if (value.isBlank() || value.chars().anyMatch(character -> character <= ' ' || character > '~')) {
            throw new IllegalArgumentException(
                    "access token: blank, or with characters that no header carries; pass the token alone");
        }
        if (instance.getHost() == null) {
            throw new IllegalArgumentException("instance " + instance + ": pass an address with a host, such as"
                    + " https://acme.my.salesforce.com");
        }
    }

    @Override
    public String toString() {
        return "AccessToken[for " + instance.getHost() + "]";
    }
}
