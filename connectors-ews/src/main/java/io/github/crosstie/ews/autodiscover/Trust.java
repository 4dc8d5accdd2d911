package io.github.crosstie.ews.autodiscover;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Which servers may be given a mailbox's credentials: those of its own domain, Exchange Online's, and those that the
 * host names. A web server in the domain that has nothing to do with mail can then not send them anywhere.
 */
final class Trust {

    private static final List<String> EXCHANGE_ONLINE = List.of(
            "outlook.office365.com",
            "outlook.office.com",
            "outlook.com",
            "office365.us",
            "outlook.cn",
            "onmicrosoft.com",
            "onmicrosoft.us",
            "onmschina.cn");

    private final Set<String> named;

    Trust(Set<String> named) {
        this.named = Set.copyOf(named);
    }

    boolean allows(String host, String domain) {
        String name = host.toLowerCase(Locale.ROOT);
        return isWithin(name, domain)
                || named.stream().anyMatch(trusted -> isWithin(name, trusted))
                || EXCHANGE_ONLINE.stream().anyMatch(trusted -> isWithin(name, trusted));
    }

    private static boolean isWithin(String host, String domain) {
        return host.equals(domain) || host.endsWith("." + domain);
    }
}
