package io.github.crosstie.configuration;

/**
 * The id of a business unit. Compared exactly: ids are case-sensitive (A14).
 *
 * @param value the id as the system gives it; not blank
 */
public record BusinessUnitId(String value) implements Comparable<BusinessUnitId> {

    /**
     * Checks the value.
     *
     * @throws IllegalArgumentException if it is blank
     */
    public BusinessUnitId {
        if (value.isBlank()) {
            throw new IllegalArgumentException(
                    "BusinessUnitId: the value is blank; pass the id as the system gives it");
        }
    }

    @Override
    public int compareTo(BusinessUnitId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
