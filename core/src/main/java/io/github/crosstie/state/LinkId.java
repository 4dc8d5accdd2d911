package io.github.crosstie.state;

/**
 * The id of a link, drawn at random when its first write is about to happen.
 *
 * @param value 1 to 36 characters
 */
public record LinkId(String value) implements Comparable<LinkId> {

    /**
     * Checks the length.
     *
     * @throws IllegalArgumentException if the value is blank or longer than 36 characters
     */
    public LinkId {
        if (value.isBlank() || value.length() > 36) {
            throw new IllegalArgumentException(
                    "LinkId of " + value.length() + " characters: use 1 to 36, such as a random UUID");
        }
    }

    @Override
    public int compareTo(LinkId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
