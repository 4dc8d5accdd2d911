package io.github.crosstie.ews.auth;

import io.github.crosstie.connector.Owner;
import java.net.URI;
import java.util.Locale;
import java.util.Objects;

/**
 * What a request is signed in to.
 *
 * @param server the address that the request goes to; has a host
 * @param mailbox whose records the request is about
 */
public record SignInTarget(URI server, Owner mailbox) {

    /**
     * Checks the server.
     *
     * @throws IllegalArgumentException if its address names no host
     */
    public SignInTarget {
        Objects.requireNonNull(mailbox, "mailbox");
        if (server.getHost() == null) {
            throw new IllegalArgumentException("server " + server + ": it names no host; pass a whole address");
        }
    }

    /**
     * The name of the server's host, in lower case.
     *
     * @return the name
     */
    public String host() {
        return server.getHost().toLowerCase(Locale.ROOT);
    }

    /**
     * Whether the request is encrypted on its way.
     *
     * @return true for https
     */
    public boolean encrypted() {
        return "https".equalsIgnoreCase(server.getScheme());
    }
}
