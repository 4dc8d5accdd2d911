package io.github.crosstie.connector;

/**
 * A place in an endpoint's stream of changes. Opaque to the engine, which stores it and hands it back; whatever a
 * connector needs to go on from there is in it.
 *
 * @param value the text the connector made; not blank
 */
public record Cursor(String value) {

    /**
     * Checks the value.
     *
     * @throws IllegalArgumentException if it is blank
     */
    public Cursor {
        if (value.isBlank()) {
            throw new IllegalArgumentException("Cursor: the value is blank; make a text that you can go on from");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
