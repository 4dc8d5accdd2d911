package io.github.crosstie.ews.auth;

import io.github.crosstie.fault.UnauthorizedException;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.Map;
import javax.security.auth.callback.Callback;
import javax.security.auth.callback.CallbackHandler;
import javax.security.auth.callback.NameCallback;
import javax.security.auth.callback.PasswordCallback;
import javax.security.auth.callback.UnsupportedCallbackException;
import javax.security.sasl.RealmCallback;
import javax.security.sasl.Sasl;
import javax.security.sasl.SaslClient;
import javax.security.sasl.SaslException;
import org.jspecify.annotations.Nullable;

/** The two messages of one NTLMv2 sign-in, in base64. Names no workstation: the server has no use for it. */
final class NtlmMessages {

    private static final Map<String, String> PROPERTIES = Map.of(
            "com.sun.security.sasl.ntlm.version", "NTLMv2",
            "com.sun.security.sasl.ntlm.hostname", "CROSSTIE");

    private final SaslClient client;

    private NtlmMessages(SaslClient client) {
        this.client = client;
    }

    static NtlmMessages begin(String host, String domain, Credentials account) {
        CallbackHandler answers = callbacks -> {
            for (Callback callback : callbacks) {
                answer(callback, domain, account);
            }
        };
        SaslClient client;
        try {
            client = Sasl.createSaslClient(new String[] {"NTLM"}, null, "http", host, PROPERTIES, answers);
        } catch (SaslException e) {
            throw new UnauthorizedException(
                    NtlmAuth.WAY + " to " + host + ": the Java runtime cannot make its messages; use bearer tokens", e);
        }
        if (client == null) {
            throw new UnauthorizedException(NtlmAuth.WAY + " to " + host
                    + ": this Java runtime lacks the SASL mechanism NTLM; add the module java.security.sasl to it");
        }
        return new NtlmMessages(client);
    }

    String negotiate() {
        return evaluate(new byte[0]);
    }

    String authenticate(String challenge, @Nullable X509Certificate certificate) {
        byte[] message;
        try {
            message = Base64.getDecoder().decode(challenge);
        } catch (IllegalArgumentException e) {
            throw failed(e);
        }
        return evaluate(certificate == null ? message : bound(message, certificate));
    }

    private static byte[] bound(byte[] challenge, X509Certificate certificate) {
        return NtlmChallenge.of(challenge).bindTo(ChannelBindingHash.of(certificate));
    }

    private String evaluate(byte[] challenge) {
        try {
            return Base64.getEncoder().encodeToString(client.evaluateChallenge(challenge));
        } catch (SaslException | RuntimeException e) {
            throw failed(e);
        }
    }

    private static UnauthorizedException failed(Exception cause) {
        return new UnauthorizedException(
                NtlmAuth.WAY + ": the server's challenge cannot be answered; check that the server offers NTLM,"
                        + " or use bearer tokens",
                cause);
    }

    private static void answer(Callback callback, String domain, Credentials account)
            throws UnsupportedCallbackException {
        if (callback instanceof NameCallback name) {
            name.setName(account.user());
        } else if (callback instanceof PasswordCallback password) {
            password.setPassword(account.password().toCharArray());
        } else if (callback instanceof RealmCallback realm) {
            realm.setText(domain);
        } else {
            throw new UnsupportedCallbackException(callback);
        }
    }
}
