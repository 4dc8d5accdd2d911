package io.github.crosstie.connector;

/**
 * The engine's mark on a record that it created, kept by the system in a searchable place (an extended property, an external
 * id), so that after a lost answer the engine can ask whether the record exists before it creates it again (G4). Opaque to
 * connectors; compared exactly, case included.
 *
 * @param value 1 to 255 characters
 */
public record CorrelationTag(String value) implements Comparable<CorrelationTag> {

    /** The longest tag: what every known system can hold in a searchable text. */
    public static final int MAX_LENGTH = 255;

    /**
     * Checks the length.
     *
     * @throws IllegalArgumentException if the value is blank or longer than 255 characters
     */
    public CorrelationTag {
        if (value.isBlank() || value.length() > MAX_LENGTH) {
            throw new IllegalArgumentException(
                    "CorrelationTag of " + value.length() + " characters: use 1 to " + MAX_LENGTH);
        }
    }

    @Override
    public int compareTo(CorrelationTag other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
