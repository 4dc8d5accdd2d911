package io.github.crosstie.testkit.salesforce;

import io.github.crosstie.testkit.salesforce.internal.record.Database;
import io.github.crosstie.testkit.salesforce.internal.session.Registration;
import java.security.PublicKey;
import java.util.Objects;

/** The app that clients sign in as, with whatever grant they like. Thread-safe. */
public final class ConnectedApp {

    private final Database database;
    private final Registration registration;

    ConnectedApp(Database database, Registration registration) {
        this.database = database;
        this.registration = registration;
    }

    /**
     * What it is known by: {@code client_id}, and {@code iss} of an assertion.
     *
     * @return the consumer key
     */
    public String consumerKey() {
        return registration.consumerKey();
    }

    /**
     * What it proves itself by: {@code client_secret}.
     *
     * @return the consumer secret
     */
    public String consumerSecret() {
        return registration.consumerSecret();
    }

    /**
     * Assertions signed by a key's private half are good from now on, for every user who has not lost the approval.
     *
     * @param key an RSA key
     * @return this app
     */
    public ConnectedApp trust(PublicKey key) {
        synchronized (database) {
            registration.trust(Objects.requireNonNull(key, "key"));
        }
        return this;
    }

    /**
     * A token for the grant {@code refresh_token}.
     *
     * @param userId whose sessions it gives
     * @return the token
     */
    public String refreshToken(String userId) {
        synchronized (database) {
            return registration.refreshToken(Objects.requireNonNull(userId, "userId"));
        }
    }

    /** All refresh tokens that were given out are refused from now on. */
    public void revokeRefreshTokens() {
        synchronized (database) {
            registration.revokeRefreshTokens();
        }
    }

    /**
     * Whose sessions client credentials give; the organization's integration user at first.
     *
     * @param userId the user
     */
    public void runAs(String userId) {
        synchronized (database) {
            registration.runAs(Objects.requireNonNull(userId, "userId"));
        }
    }

    /**
     * Allows client credentials, as at first, or does not.
     *
     * @param enabled which
     */
    public void clientCredentials(boolean enabled) {
        synchronized (database) {
            registration.clientCredentials(enabled);
        }
    }

    /**
     * Withdraws a user's approval: all grants are refused for them.
     *
     * @param userId the user
     */
    public void disapprove(String userId) {
        synchronized (database) {
            registration.approve(userId, false);
        }
    }

    /**
     * Gives it back.
     *
     * @param userId the user
     */
    public void approve(String userId) {
        synchronized (database) {
            registration.approve(userId, true);
        }
    }
}
