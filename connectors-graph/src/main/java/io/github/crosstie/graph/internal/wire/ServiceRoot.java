package io.github.crosstie.graph.internal.wire;

import io.github.crosstie.connector.Owner;
import io.github.crosstie.fault.ContractBrokenException;
import java.net.URI;
import java.util.Locale;

/**
 * The address below which all of Graph lies, and the guard of what leaves it: a link to another server is refused before
 * anybody asks for a token.
 *
 * @param address such as {@code https://graph.microsoft.com/v1.0}, without a slash at its end
 */
public record ServiceRoot(URI address) {

    /**
     * Checks the address.
     *
     * @throws IllegalArgumentException if it is not a plain http or https address
     */
    public ServiceRoot {
        String text = address.toString();
        if (address.getHost() == null
                || !(text.startsWith("https://") || text.startsWith("http://"))
                || address.getRawUserInfo() != null
                || address.getRawQuery() != null
                || address.getRawFragment() != null) {
            throw new IllegalArgumentException(
                    "service root: pass an address like https://graph.microsoft.com/v1.0, without account or query");
        }
        if (text.endsWith("/")) {
            address = URI.create(text.substring(0, text.length() - 1));
        }
    }

    /**
     * Whether requests go encrypted.
     *
     * @return true for https
     */
    public boolean encrypted() {
        return address.getScheme().equals("https");
    }

    /** Where a call goes. */
    URI resolve(Owner mailbox, GraphCall call) {
        if (call.target() instanceof Target.Link link) {
            if (!covers(link.address())) {
                throw new ContractBrokenException(call + " for " + mailbox + ": the server gave a link to "
                        + named(link.address()) + ", which is not the server at " + named(address)
                        + "; nothing was sent there; report it");
            }
            return link.address();
        }
        return URI.create(address + relative(mailbox, call));
    }

    /** The path and query of a call below this root. */
    static String relative(Owner mailbox, GraphCall call) {
        if (call.target() instanceof Target.InMailbox in) {
            return PercentCoding.path("users", mailbox.value()) + in.path();
        }
        if (call.target() instanceof Target.InService in) {
            return in.path();
        }
        throw new IllegalArgumentException(
                call + ": a call that follows a link goes alone; do not put it into a batch");
    }

    /**
     * Whether an address is on this very server.
     *
     * @param other any address
     * @return true for the same scheme, host and port, without an account
     */
    public boolean covers(URI other) {
        return other.getRawUserInfo() == null && origin(other).equals(origin(address));
    }

    private static String origin(URI address) {
        String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
        int port = address.getPort() >= 0 ? address.getPort() : scheme.equals("https") ? 443 : 80;
        return scheme + "://" + String.valueOf(address.getHost()).toLowerCase(Locale.ROOT) + ":" + port;
    }

    private static String named(URI address) {
        return address.getScheme() + "://" + address.getHost();
    }
}
