package io.github.crosstie.testkit.exchange;

import io.github.crosstie.testkit.internal.mailbox.Organization;
import io.github.crosstie.testkit.internal.mailbox.Refusal;
import io.github.crosstie.testkit.internal.mailbox.StoredMailbox;
import io.github.crosstie.testkit.internal.mailbox.Tree;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Who may come in, whose mailbox that is, and who may act as others. Thread-safe. */
final class Access {

    private final Organization organization;
    private final Set<String> deniedImpersonations = ConcurrentHashMap.newKeySet();
    private final Map<String, String> owners = new ConcurrentHashMap<>();
    private volatile @Nullable Predicate<String> rule;
    private volatile String challenge = "";
    private volatile boolean impersonationAllowed = true;

    Access(Organization organization) {
        this.organization = organization;
    }

    void require(Predicate<String> authorization, String wwwAuthenticate) {
        rule = authorization;
        challenge = wwwAuthenticate;
    }

    /** Lets in whoever brings exactly that header, and says whose mailbox it is. */
    void grant(String authorization, String scheme, String owner) {
        owners.put(authorization, owner);
        require(owners::containsKey, scheme);
    }

    static String basic(String user, String password) {
        return "Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    void denyImpersonation() {
        impersonationAllowed = false;
    }

    void denyImpersonation(String address) {
        deniedImpersonations.add(address.toLowerCase(Locale.ROOT));
    }

    void allowImpersonation() {
        impersonationAllowed = true;
        deniedImpersonations.clear();
    }

    boolean admits(@Nullable String authorization) {
        Predicate<String> demanded = rule;
        return demanded == null || (authorization != null && demanded.test(authorization));
    }

    String challenge() {
        return challenge;
    }

    /** Whose mailbox a request works in if it says nothing about that. */
    StoredMailbox caller(@Nullable String authorization) throws Refusal {
        String owner = authorization == null ? null : owners.get(authorization);
        if (owner != null && !owner.isEmpty()) {
            return organization.mailbox(owner);
        }
        if (organization.all().isEmpty()) {
            throw new Refusal("ErrorNonExistentMailbox", "The caller has no mailbox.");
        }
        return organization.all().get(0);
    }

    /** The mailbox that a request is to act as. */
    StoredMailbox impersonated(Tree impersonation) throws Refusal {
        Tree who = impersonation.in("t:ConnectingSID").stream()
                .findFirst()
                .orElseThrow(() -> new Refusal("ErrorInvalidRequest", "The impersonation names nobody."));
        String address = who.text().strip();
        if (!impersonationAllowed || deniedImpersonations.contains(address.toLowerCase(Locale.ROOT))) {
            throw new Refusal(
                    "ErrorImpersonateUserDenied",
                    "The account does not have permission to impersonate the requested user.");
        }
        StoredMailbox mailbox = organization.find(address);
        if (mailbox == null) {
            throw new Refusal("ErrorNonExistentMailbox", "The SMTP address has no mailbox associated with it.");
        }
        if (who.localName().equals("PrimarySmtpAddress") && !mailbox.address.equalsIgnoreCase(address)) {
            throw new Refusal(
                    "ErrorNonPrimarySmtpAddress",
                    "The primary SMTP address must be specified when referencing a mailbox.",
                    Map.of("Primary", mailbox.address));
        }
        return mailbox;
    }
}
