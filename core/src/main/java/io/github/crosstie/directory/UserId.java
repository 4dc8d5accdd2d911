package io.github.crosstie.directory;

/**
 * The id of a user. Compared exactly: ids are case-sensitive (A14).
 *
 * @param value the id as the system gives it; not blank
 */
public record UserId(String value) implements Comparable<UserId> {

    /**
     * Checks the value.
     *
     * @throws IllegalArgumentException if it is blank
     */
    public UserId {
        if (value.isBlank()) {
            throw new IllegalArgumentException("UserId: the value is blank; pass the id as the system gives it");
        }
    }

    @Override
    public int compareTo(UserId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
