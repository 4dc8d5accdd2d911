package io.github.crosstie.connector;

/**
 * Whose records an endpoint shows, as the side names people: the CRM by user id, a mail system by mailbox address.
 * Compared exactly.
 *
 * @param value the user id or address as the system gives it; not blank
 */
public record Owner(String value) {

    /**
     * Checks the value.
     *
     * @throws IllegalArgumentException if it is blank
     */
    public Owner {
        if (value.isBlank()) {
            throw new IllegalArgumentException("Owner: the value is blank; pass the user id or the mailbox address");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
