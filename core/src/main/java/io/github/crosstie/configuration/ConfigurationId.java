package io.github.crosstie.configuration;

/**
 * The id of a sync configuration, unique in its organization. Compared exactly: ids are case-sensitive (A14).
 *
 * @param value the id as the system gives it; not blank
 */
public record ConfigurationId(String value) implements Comparable<ConfigurationId> {

    /**
     * Checks the value.
     *
     * @throws IllegalArgumentException if it is blank
     */
    public ConfigurationId {
        if (value.isBlank()) {
            throw new IllegalArgumentException(
                    "ConfigurationId: the value is blank; pass the id as the system gives it");
        }
    }

    @Override
    public int compareTo(ConfigurationId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
