package io.github.crosstie.ews.auth;

import java.util.Objects;
import java.util.function.Supplier;
import javax.security.auth.Subject;
import org.ietf.jgss.GSSManager;

/**
 * A way to sign in to Exchange. In the order of preference: {@link #bearer}, {@link #kerberos}, {@link #ntlm},
 * {@link #basic}. A host may bring its own. Implementations are thread-safe, and show no secret in {@code toString}.
 */
public interface EwsAuth {

    /**
     * Begins to sign one request in. Neither calls out nor fails for want of credentials; {@link SignIn#first} does.
     *
     * @param target what the request goes to
     * @return a sign-in for this request alone
     * @throws IllegalArgumentException if this way must not be used for such an address
     */
    SignIn begin(SignInTarget target);

    /**
     * How many connections at most may be signed in, for a way that signs in a connection and not a request: each of
     * them gets a client of its own, used by one request at a time. For such a way, the first attempt carries no body,
     * and a request goes unsigned over a connection that has been signed in already.
     *
     * @return the number of connections, always the same; 0 if any request may go over any connection
     */
    default int connections() {
        return 0;
    }

    /**
     * Who signs in, for a way that signs in a connection: no request goes over a connection on which somebody else has signed
     * in. Asked before each request, so the answer should come from memory.
     *
     * @param target what the request goes to
     * @return a name for whoever signs in, the same for the same; no secret. Unless overridden, each mailbox has its own
     */
    default String identity(SignInTarget target) {
        return target.mailbox().value();
    }

    /**
     * Signs in with OAuth bearer tokens. After a 401 the token is renewed, once.
     *
     * @param tokens such as {@link TokenProvider#from} makes of the host's own source
     * @return the way to sign in
     */
    static EwsAuth bearer(TokenProvider tokens) {
        return new BearerAuth(Objects.requireNonNull(tokens, "tokens"));
    }

    /**
     * Signs in by Kerberos with the JDK's own manager: {@link #kerberos(Supplier, GSSManager)}.
     *
     * @param subject who signs in
     * @return the way to sign in
     */
    static EwsAuth kerberos(Supplier<Subject> subject) {
        return kerberos(subject, GSSManager.getInstance());
    }

    /**
     * Signs in by Kerberos (Negotiate), with a fresh token for each request, for the service {@code HTTP} on the
     * server's host. No credentials are delegated. How long a domain controller may take to answer is for
     * {@code kdc_timeout} of the host's Kerberos configuration to say; the deadline of requests does not cover it.
     *
     * <p>A token is made before there is a connection, so it is not bound to one. A server whose Extended Protection is set to
     * {@code Require} refuses it: have {@code ExtendedProtectionTokenChecking} of its directory for Exchange Web Services set to
     * {@code Allow}, or use {@link #bearer}, or {@link #ntlm}, which is bound.
     *
     * @param subject who signs in: a subject with a ticket-granting ticket, asked for before each request, so that the
     *     host can log in anew before the ticket expires
     * @param manager makes the tokens
     * @return the way to sign in
     */
    static EwsAuth kerberos(Supplier<Subject> subject, GSSManager manager) {
        return new KerberosAuth(Objects.requireNonNull(subject, "subject"), Objects.requireNonNull(manager, "manager"));
    }

    /**
     * Signs in by NTLMv2. It signs a connection in, so each of its connections has a client of its own; they use the
     * executor of the host's client, which must have one.
     *
     * <p>The messages are made by the JDK. Over https they are bound to the server's certificate, which is what
     * Extended Protection asks for; behind a proxy that ends the encryption such a server refuses them: use
     * {@link #bearer} there.
     *
     * @param domain the account's domain, such as {@code ACME}; empty if the user's name is an address
     * @param user the account's name in its domain
     * @param password the account's password, asked for at each sign-in and not kept
     * @param connections how many requests may be on their way at the same time, 1 to 64
     * @return the way to sign in
     */
    static EwsAuth ntlm(String domain, String user, Supplier<String> password, int connections) {
        return new NtlmAuth(
                Objects.requireNonNull(domain, "domain"), Credentials.of(user, password, NtlmAuth.WAY), connections);
    }

    /**
     * Signs in with name and password in each request. Only over https; servers and tenants have mostly switched it
     * off.
     *
     * @param user the account's name, such as {@code ACME\crosstie} or its address; without a colon
     * @param password the account's password, asked for at each request and not kept
     * @return the way to sign in
     */
    static EwsAuth basic(String user, Supplier<String> password) {
        return new BasicAuth(Credentials.of(user, password, BasicAuth.WAY));
    }
}
