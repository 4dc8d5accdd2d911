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

    /** Shows a user id whole, but of a mailbox address, which is personal data, only the first letter and the domain. */
    @Override
    public String toString() {
        int at = value.lastIndexOf('@');
        return at > 0 ? initial(value.substring(0, at)) + "…" + value.substring(at) : value;
    }

    /** Of a name of one letter nothing, as that would be all of it. */
    private static String initial(String name) {
        int first = name.offsetByCodePoints(0, 1);
        return first < name.length() ? name.substring(0, first) : "";
    }
}
