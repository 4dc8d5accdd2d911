package io.github.crosstie.testkit.salesforce.internal.session;

import java.security.PublicKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A connected app: its key and secret, the public keys that it is trusted by, and its refresh tokens. */
public final class Registration {

    private final String consumerKey;
    private final String consumerSecret;
    private final List<PublicKey> publicKeys = new ArrayList<>();
    private final Map<String, String> refreshTokens = new HashMap<>();
    private final Set<String> unapproved = new HashSet<>();
    private @Nullable String runAsUser;
    private boolean clientCredentials = true;

    /** An app that trusts no key yet. */
    public Registration(String consumerKey, String consumerSecret) {
        this.consumerKey = consumerKey;
        this.consumerSecret = consumerSecret;
    }

    /** What it is known by. */
    public String consumerKey() {
        return consumerKey;
    }

    /** What it proves itself by. */
    public String consumerSecret() {
        return consumerSecret;
    }

    /** Assertions signed by the key's private half count from now on. */
    public void trust(PublicKey key) {
        publicKeys.add(key);
    }

    /** Withdraws a user's approval, or gives it back. */
    public void approve(String userId, boolean approved) {
        if (approved) {
            unapproved.remove(userId);
        } else {
            unapproved.add(userId);
        }
    }

    /** A token that gives sessions of a user until {@link #revokeRefreshTokens}. */
    public String refreshToken(String userId) {
        String token = "5Aep861loopback.refresh." + (refreshTokens.size() + 1);
        refreshTokens.put(token, userId);
        return token;
    }

    /** Refuses all refresh tokens that were given out. */
    public void revokeRefreshTokens() {
        refreshTokens.replaceAll((token, user) -> "");
    }

    /** The user of sessions by client credentials; null for the integration user. */
    public void runAs(String userId) {
        runAsUser = userId;
    }

    /** Whether sessions by client credentials are enabled. */
    public void clientCredentials(boolean enabled) {
        clientCredentials = enabled;
    }

    boolean approves(String userId) {
        return !unapproved.contains(userId);
    }

    List<PublicKey> publicKeys() {
        return List.copyOf(publicKeys);
    }

    @Nullable
    String userOfRefreshToken(String token) {
        String user = refreshTokens.get(token);
        return user == null || user.isEmpty() ? null : user;
    }

    @Nullable
    String runAsUser() {
        return runAsUser;
    }

    boolean hasClientCredentials() {
        return clientCredentials;
    }
}
