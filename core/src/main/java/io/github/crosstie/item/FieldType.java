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
    TEXT_SET(java.util.Set.class),
    /** By what rule an event is repeated; {@link Recurrence}. */
    RECURRENCE(Recurrence.class),
    /** Occurrences of a series that do not take place, merged one by one; {@link CancelledOccurrences}. */
    CANCELLED_OCCURRENCES(CancelledOccurrences.class),
    /** Occurrences of a series that differ from it, merged one by one and field by field; {@link OccurrenceExceptions}. */
    OCCURRENCE_EXCEPTIONS(OccurrenceExceptions.class);

    private final Class<?> valueClass;

    FieldType(Class<?> valueClass) {
        this.valueClass = valueClass;
    }

    /** The Java class of the values. */
    Class<?> valueClass() {
        return valueClass;
    }

    /**
     * Whether a value of this type makes an event a series or says something about its occurrences (S6).
     *
     * @return true for rules, cancelled occurrences and exceptions
     */
    public boolean makesSeries() {
        return this == RECURRENCE || this == CANCELLED_OCCURRENCES || this == OCCURRENCE_EXCEPTIONS;
    }
}
