package io.github.crosstie.directory;

/**
 * The id of a public group. Compared exactly: ids are case-sensitive (A14).
 *
 * @param value the id as the system gives it; not blank
 */
public record GroupId(String value) implements Comparable<GroupId> {

    /**
     * Checks the value.
     *
     * @throws IllegalArgumentException if it is blank
     */
    public GroupId {
        if (value.isBlank()) {
            throw new IllegalArgumentException("GroupId: the value is blank; pass the id as the system gives it");
        }
    }

    @Override
    public int compareTo(GroupId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
