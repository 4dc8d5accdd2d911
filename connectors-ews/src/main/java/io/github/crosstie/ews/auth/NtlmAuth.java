package io.github.crosstie.ews.auth;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** NTLMv2 by the JDK's SASL mechanism, whose messages are those that HTTP carries in base64. */
final class NtlmAuth implements EwsAuth {

    static final String WAY = "NTLM sign-in";

    private static final int MOST_CONNECTIONS = 64;

    private final String domain;
    private final Credentials account;
    private final int connections;

    NtlmAuth(String domain, Credentials account, int connections) {
        if (connections < 1 || connections > MOST_CONNECTIONS) {
            throw new IllegalArgumentException(
                    WAY + ": " + connections + " connections; pass 1 to " + MOST_CONNECTIONS);
        }
        this.domain = domain;
        this.account = account;
        this.connections = connections;
    }

    @Override
    public int connections() {
        return connections;
    }

    /** One account for all mailboxes. */
    @Override
    public String identity(SignInTarget target) {
        return "";
    }

    @Override
    public SignIn begin(SignInTarget target) {
        return new NtlmSignIn(target.host());
    }

    @Override
    public String toString() {
        return WAY + " of at most " + connections + " connections";
    }

    private final class NtlmSignIn implements SignIn {
        private final String host;
        private @Nullable NtlmMessages messages;

        NtlmSignIn(String host) {
            this.host = host;
        }

        @Override
        public String first() {
            NtlmMessages begun = NtlmMessages.begin(host, domain, account);
            messages = begun;
            return "NTLM " + begun.negotiate();
        }

        @Override
        public Optional<String> next(Challenge challenge) {
            NtlmMessages begun = messages;
            messages = null;
            if (begun == null) {
                return Optional.empty();
            }
            return challenge
                    .to("NTLM")
                    .filter(message -> !message.isEmpty())
                    .map(message -> "NTLM " + begun.authenticate(message, challenge.certificate()));
        }
    }
}
