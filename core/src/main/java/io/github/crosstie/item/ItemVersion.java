package io.github.crosstie.item;

/**
 * The version of one record on one side: a change key, an ETag, a modification stamp. Opaque, and compared exactly; the order that
 * it sorts by says nothing of which came first.
 *
 * @param value the version as the system gives it; not blank
 */
public record ItemVersion(String value) implements Comparable<ItemVersion> {

    /**
     * Checks the value.
     *
     * @throws IllegalArgumentException if it is blank
     */
    public ItemVersion {
        if (value.isBlank()) {
            throw new IllegalArgumentException("ItemVersion: the value is blank; pass the id as the system gives it");
        }
    }

    @Override
    public int compareTo(ItemVersion other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
