package io.github.crosstie.ews.auth;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a server said when it refused an attempt with 401.
 *
 * @param offers the values of its {@code WWW-Authenticate} headers, possibly none
 * @param certificate the certificate that it showed on the connection; null without encryption
 */
public record Challenge(List<String> offers, @Nullable X509Certificate certificate) {

    /** Copies the list. */
    public Challenge {
        offers = List.copyOf(offers);
    }

    /**
     * What the server said to one scheme.
     *
     * @param scheme the scheme's name, in any case
     * @return what follows the name in the first header of that scheme, possibly nothing; empty if there is none
     */
    public Optional<String> to(String scheme) {
        return offers.stream()
                .map(String::strip)
                .filter(offer -> offer.regionMatches(true, 0, scheme, 0, scheme.length()))
                .map(offer -> offer.substring(scheme.length()))
                .filter(rest -> rest.isEmpty() || rest.charAt(0) == ' ')
                .map(String::strip)
                .findFirst();
    }

    /** Shows the names of the schemes alone. */
    @Override
    public String toString() {
        return offers.stream()
                .map(offer -> offer.strip().split(" ", 2)[0])
                .toList()
                .toString();
    }
}
