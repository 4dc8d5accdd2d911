package io.github.crosstie.item;

/**
 * The id of one record on one side. Compared exactly: ids are case-sensitive (A14).
 *
 * @param value the id as the system gives it; not blank
 */
public record ItemId(String value) implements Comparable<ItemId> {

    /**
     * Checks the value.
     *
     * @throws IllegalArgumentException if it is blank
     */
    public ItemId {
        if (value.isBlank()) {
            throw new IllegalArgumentException("ItemId: the value is blank; pass the id as the system gives it");
        }
    }

    @Override
    public int compareTo(ItemId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
