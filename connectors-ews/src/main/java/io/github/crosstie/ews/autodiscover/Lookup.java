package io.github.crosstie.ews.autodiscover;

import io.github.crosstie.connector.Owner;
import io.github.crosstie.fault.ContractBrokenException;
import io.github.crosstie.fault.CrosstieException;
import io.github.crosstie.fault.MailboxUnavailableException;
import io.github.crosstie.fault.UnauthorizedException;
import io.github.crosstie.fault.UnavailableException;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One look-up of one mailbox: asks service after service, and follows redirections within bounds. Used once. */
final class Lookup {

    private static final int MOST_QUESTIONS = 16;

    private final Service service;
    private final Function<String, List<URI>> services;
    private final Trust trust;
    private final boolean plainHttp;
    private final String domain;
    private final Set<String> asked = new HashSet<>();
    private final List<CrosstieException> failures = new ArrayList<>();

    Lookup(Service service, Function<String, List<URI>> services, Trust trust, boolean plainHttp, Owner mailbox) {
        this.service = service;
        this.services = services;
        this.trust = trust;
        this.plainHttp = plainHttp;
        this.domain = domainOf(mailbox.value());
    }

    /**
     * Finds the server.
     *
     * @throws CrosstieException the most telling failure, if no service helped
     */
    URI find(Owner mailbox) {
        return ofAddress(mailbox.value()).orElseThrow(() -> mostTelling(mailbox));
    }

    private Optional<URI> ofAddress(String address) {
        List<URI> bases = services.apply(domainOf(address));
        for (URI base : bases) {
            Optional<URI> found = ask(Service.json(base, address), address, service::askJson);
            if (found.isPresent()) {
                return found;
            }
        }
        for (URI base : bases) {
            // Exchange Online tells anybody in JSON; the credentials of another organisation's server are none of its
            // business.
            if (!Autodiscover.EXCHANGE_ONLINE.equals(base)) {
                Optional<URI> found = ask(Service.xml(base), address, service::askXml);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    private Optional<URI> ask(URI first, String address, BiFunction<URI, String, Finding> question) {
        @Nullable URI next = first;
        while (next != null) {
            if (!mayAsk(next, address)) {
                return Optional.empty();
            }
            Finding finding = question.apply(next, address);
            next = null;
            if (finding instanceof Finding.Found found && isSafe(found.ews())) {
                return Optional.of(found.ews());
            } else if (finding instanceof Finding.OtherAddress other && isTrusted(domainOf(other.address()))) {
                return ofAddress(other.address());
            } else if (finding instanceof Finding.OtherService other && isSafe(other.service())) {
                next = other.service();
            } else if (finding instanceof Finding.Nothing nothing) {
                failures.add(nothing.why());
            }
        }
        return Optional.empty();
    }

    private boolean mayAsk(URI where, String address) {
        if (asked.size() >= MOST_QUESTIONS || !asked.add(where + " " + address.toLowerCase(Locale.ROOT))) {
            failures.add(new ContractBrokenException("Autodiscover at " + where.getHost()
                    + ": the services redirect in a circle or too often; tell the connector where the server is"));
            return false;
        }
        return true;
    }

    private boolean isSafe(URI server) {
        String scheme = String.valueOf(server.getScheme()).toLowerCase(Locale.ROOT);
        if (!scheme.equals("https") && !(plainHttp && scheme.equals("http"))) {
            failures.add(new ContractBrokenException("Autodiscover: it leads to " + server.getHost()
                    + " without encryption, where no credentials may go; tell the connector where the server is"));
            return false;
        }
        return isTrusted(server.getHost());
    }

    private boolean isTrusted(@Nullable String host) {
        if (host == null || !trust.allows(host, domain)) {
            failures.add(new ContractBrokenException("Autodiscover: it leads to " + host
                    + ", outside the mailbox's domain; if the server is yours, name it as trusted"));
            return false;
        }
        return true;
    }

    private CrosstieException mostTelling(Owner mailbox) {
        return first(UnauthorizedException.class)
                .or(() -> first(MailboxUnavailableException.class))
                .or(() -> first(ContractBrokenException.class))
                .or(() -> failures.stream().findFirst())
                .orElseGet(() -> new UnavailableException("Autodiscover for " + mailbox
                        + ": there is no service to ask; tell the connector where the server is"));
    }

    private Optional<CrosstieException> first(Class<? extends CrosstieException> kind) {
        return failures.stream().filter(kind::isInstance).findFirst();
    }

    private static String domainOf(String address) {
        return address.substring(address.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
    }
}
