package io.github.crosstie.item;

/** The closed set of value types that a field can have. */
public enum FieldType {
    /** Text; {@link String}. */
    TEXT(String.class),
    /** A calendar date without time; {@link java.time.LocalDate}. */
    DATE(java.time.LocalDate.class),
    /** When an event takes place; {@link EventTime}. */
    EVENT_TIME(EventTime.class),
    /** How confidential an event is; {@link Sensitivity}. */
    SENSITIVITY(Sensitivity.class),
    /** Unordered texts, merged by additions and removals; {@link java.util.Set} of {@link String}. */
    TEXT_SET(java.util.Set.class);

    private final Class<?> valueClass;

    FieldType(Class<?> valueClass) {
        this.valueClass = valueClass;
    }

    /**
     * The Java class of the values.
     *
     * @return the class
     */
    public Class<?> valueClass() {
        return valueClass;
    }
}
