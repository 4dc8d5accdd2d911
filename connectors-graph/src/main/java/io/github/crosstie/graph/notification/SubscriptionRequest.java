package io.github.crosstie.graph.notification;

import io.github.crosstie.connector.Owner;
import io.github.crosstie.item.ItemKind;
import java.net.URI;
import java.time.Duration;
import java.util.Objects;

/**
 * What to be told of.
 *
 * @param mailbox whose items
 * @param kind contacts or events
 * @param notificationUrl where Graph sends word of changes: an https address of the host that Graph reaches
 * @param lifecycleUrl where Graph sends word of the subscription itself; may be the same
 * @param secret what Graph sends along, so that the host knows that it is Graph: 1 to 128 characters that nobody guesses
 * @param lifetime how long the subscription is to live; Graph may give less
 */
public record SubscriptionRequest(
        Owner mailbox, ItemKind kind, URI notificationUrl, URI lifecycleUrl, String secret, Duration lifetime) {

    /** The longest life that Graph gives a subscription to items of a mailbox. */
    public static final Duration LONGEST_LIFETIME = Duration.ofMinutes(4230);

    private static final int LONGEST_SECRET = 128;

    /**
     * Checks the values.
     *
     * @throws IllegalArgumentException if an address is not https, the secret is empty or too long, or the lifetime is
     *     not positive or too long
     */
    public SubscriptionRequest {
        Objects.requireNonNull(mailbox, "mailbox");
        Objects.requireNonNull(kind, "kind");
        requireHttps(notificationUrl);
        requireHttps(lifecycleUrl);
        if (secret.isBlank() || secret.length() > LONGEST_SECRET) {
            throw new IllegalArgumentException(
                    "secret of a subscription: pass 1 to " + LONGEST_SECRET + " characters that nobody guesses");
        }
        if (lifetime.isZero() || lifetime.isNegative() || lifetime.compareTo(LONGEST_LIFETIME) > 0) {
            throw new IllegalArgumentException(
                    "lifetime " + lifetime + " of a subscription: pass a positive one of at most " + LONGEST_LIFETIME);
        }
    }

    /**
     * A request for the longest life, with one address for both kinds of word.
     *
     * @param mailbox whose items
     * @param kind contacts or events
     * @param url an https address of the host that Graph reaches
     * @param secret 1 to 128 characters that nobody guesses
     * @return the request
     */
    public static SubscriptionRequest of(Owner mailbox, ItemKind kind, URI url, String secret) {
        return new SubscriptionRequest(mailbox, kind, url, url, secret, LONGEST_LIFETIME);
    }

    private static void requireHttps(URI url) {
        if (!"https".equalsIgnoreCase(url.getScheme()) || url.getHost() == null) {
            throw new IllegalArgumentException(
                    "address for notifications: Graph sends to https addresses alone; pass one that it reaches");
        }
    }

    /** Shows no secret. */
    @Override
    public String toString() {
        return "SubscriptionRequest[" + kind + " of " + mailbox + " to " + notificationUrl.getHost() + "]";
    }
}
