package io.github.crosstie.directory;

/**
 * The id of a role. Compared exactly: ids are case-sensitive (A14).
 *
 * @param value the id as the system gives it; not blank
 */
public record RoleId(String value) implements Comparable<RoleId> {

    /**
     * Checks the value.
     *
     * @throws IllegalArgumentException if it is blank
     */
    public RoleId {
        if (value.isBlank()) {
            throw new IllegalArgumentException("RoleId: the value is blank; pass the id as the system gives it");
        }
    }

    @Override
    public int compareTo(RoleId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
