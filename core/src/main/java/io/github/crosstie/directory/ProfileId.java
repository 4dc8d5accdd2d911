package io.github.crosstie.directory;

/**
 * The id of a profile. Compared exactly: ids are case-sensitive (A14).
 *
 * @param value the id as the system gives it; not blank
 */
public record ProfileId(String value) implements Comparable<ProfileId> {

    /**
     * Checks the value.
     *
     * @throws IllegalArgumentException if it is blank
     */
    public ProfileId {
        if (value.isBlank()) {
            throw new IllegalArgumentException("ProfileId: the value is blank; pass the id as the system gives it");
        }
    }

    @Override
    public int compareTo(ProfileId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
