package io.github.crosstie.testkit.graph;

import io.github.crosstie.testkit.internal.mailbox.Organization;
import io.github.crosstie.testkit.internal.mailbox.StoredMailbox;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Which tokens are good, whose they are, and which mailboxes the application may reach. Thread-safe. */
final class SignIn {

    private static final Map<String, String> CHALLENGE = Map.of("WWW-Authenticate", "Bearer realm=\"loopback\"");

    private final Organization organization;
    private final Set<String> closed = ConcurrentHashMap.newKeySet();
    private final Set<String> unlicensed = ConcurrentHashMap.newKeySet();
    private final Map<String, String> tokens = new ConcurrentHashMap<>();
    private volatile String current = "";
    private volatile int number;

    SignIn(Organization organization) {
        this.organization = organization;
        renew();
    }

    String current() {
        return current;
    }

    /** All tokens so far are refused. */
    synchronized void renew() {
        tokens.clear();
        current = "loopback-token-" + ++number;
        tokens.put(current, "");
    }

    /** A token is good; it belongs to the owner of a mailbox, or to an application if that is empty. */
    synchronized void grant(String token, String owner) {
        tokens.put(token, owner);
    }

    void close(String address) {
        closed.add(address.toLowerCase(Locale.ROOT));
    }

    void withoutMailbox(String address) {
        unlicensed.add(address.toLowerCase(Locale.ROOT));
    }

    void open(String address) {
        closed.remove(address.toLowerCase(Locale.ROOT));
        unlicensed.remove(address.toLowerCase(Locale.ROOT));
    }

    /** Refuses a request without a good token. */
    void check(@Nullable String authorization) throws GraphRefusal {
        if (token(authorization).isEmpty()) {
            throw new GraphRefusal(401, "InvalidAuthenticationToken", "Access token is empty.", CHALLENGE);
        }
        if (!tokens.containsKey(token(authorization))) {
            throw new GraphRefusal(
                    401, "InvalidAuthenticationToken", "Lifetime validation failed, the token is expired.", CHALLENGE);
        }
    }

    /** The mailbox of {@code me}. */
    StoredMailbox own(@Nullable String authorization) throws GraphRefusal {
        String owner = tokens.getOrDefault(token(authorization), "");
        if (!owner.isEmpty()) {
            return organization.mailbox(owner);
        }
        if (organization.all().isEmpty()) {
            throw new GraphRefusal(400, "BadRequest", "/me request is only valid with delegated authentication flow.");
        }
        return organization.all().get(0);
    }

    /** The mailbox of an address. */
    StoredMailbox mailbox(@Nullable String authorization, String address) throws GraphRefusal {
        StoredMailbox mailbox = find(address);
        if (mailbox == null) {
            throw new GraphRefusal(404, "ErrorInvalidUser", "The requested user '" + address + "' is invalid.");
        }
        String key = mailbox.address.toLowerCase(Locale.ROOT);
        String owner = tokens.getOrDefault(token(authorization), "");
        if (closed.contains(key) || (!owner.isEmpty() && !mailbox.hasAddress(owner))) {
            throw new GraphRefusal(403, "ErrorAccessDenied", "Access is denied. Check credentials and try again.");
        }
        if (unlicensed.contains(key)) {
            throw new GraphRefusal(
                    404,
                    "MailboxNotEnabledForRESTAPI",
                    "The mailbox is either inactive, soft-deleted, or is hosted on-premise.");
        }
        return mailbox;
    }

    private @Nullable StoredMailbox find(String user) {
        StoredMailbox addressed = organization.find(user);
        return addressed != null
                ? addressed
                : organization.all().stream()
                        .filter(mailbox -> OwnerResource.id(mailbox).equals(user))
                        .findFirst()
                        .orElse(null);
    }

    private static String token(@Nullable String authorization) {
        boolean bearer = authorization != null && authorization.regionMatches(true, 0, "Bearer ", 0, 7);
        return bearer ? String.valueOf(authorization).substring(7).strip() : "";
    }
}
