package io.github.crosstie.engagement.user;

/**
 * The id that a business unit gave one of its users. Unique within the unit alone, and compared exactly.
 *
 * @param value the id as the system gives it; not blank
 */
public record EngagementUserId(String value) implements Comparable<EngagementUserId> {

    /**
     * Checks the value.
     *
     * @throws IllegalArgumentException if it is blank
     */
    public EngagementUserId {
        if (value.isBlank()) {
            throw new IllegalArgumentException(
                    "EngagementUserId: the value is blank; pass the id as the system gives it");
        }
    }

    /** Shorter ids first, so that ids which count up stand in the order in which they were given. */
    @Override
    public int compareTo(EngagementUserId other) {
        int length = Integer.compare(value.length(), other.value.length());
        return length != 0 ? length : value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
