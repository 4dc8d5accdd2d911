package io.github.crosstie.state;

import java.util.Objects;

/**
 * The right to have certain held deletions carried out, once (S13). It stands for exactly the set of deletions with which it was
 * given: their links, records and versions. It is no secret, but nobody can guess it before the set is held.
 *
 * @param value 32 hexadecimal digits
 */
public record ReleaseToken(String value) {

    /**
     * Checks that there is a value.
     *
     * @throws IllegalArgumentException if it is blank
     */
    public ReleaseToken {
        Objects.requireNonNull(value, "value");
        if (value.isBlank()) {
            throw new IllegalArgumentException("a release token is not blank; take it from the held deletions");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
