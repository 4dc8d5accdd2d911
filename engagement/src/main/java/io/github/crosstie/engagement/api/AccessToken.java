package io.github.crosstie.engagement.api;

import org.jspecify.annotations.Nullable;

/**
 * A Salesforce access token. It leaves this object in one header alone, and never by {@link #toString} (G6). Immutable
 * and thread-safe.
 */
public final class AccessToken {

    private final String value;

    private AccessToken(String value) {
        this.value = value;
    }

    /**
     * A token as the authorization server gave it.
     *
     * @param value the token, without {@code Bearer}
     * @return the token
     * @throws IllegalArgumentException if it is empty or holds anything but printable ASCII; the message does not show
     *     it
     */
    public static AccessToken of(String value) {
        if (value.isEmpty() || !value.chars().allMatch(letter -> letter > ' ' && letter < 0x7F)) {
            throw new IllegalArgumentException(
                    "access token: it is empty, or holds blanks or characters that no header takes;"
                            + " pass the value of access_token alone");
        }
        return new AccessToken(value);
    }

    String authorization() {
        return "Bearer " + value;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof AccessToken that && value.equals(that.value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    @Override
    public String toString() {
        return "AccessToken[hidden]";
    }
}
