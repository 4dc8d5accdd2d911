package io.github.crosstie.directory;

/**
 * The id of an organization. Compared exactly: ids are case-sensitive (A14).
 *
 * @param value the id as the system gives it; not blank
 */
public record OrganizationId(String value) implements Comparable<OrganizationId> {

    /**
     * Checks the value.
     *
     * @throws IllegalArgumentException if it is blank
     */
    public OrganizationId {
        if (value.isBlank()) {
            throw new IllegalArgumentException(
                    "OrganizationId: the value is blank; pass the id as the system gives it");
        }
    }

    @Override
    public int compareTo(OrganizationId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
