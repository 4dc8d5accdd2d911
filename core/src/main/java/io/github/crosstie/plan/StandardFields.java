package io.github.crosstie.plan;

import io.github.crosstie.configuration.FieldMapping;
import io.github.crosstie.item.EventFields;
import io.github.crosstie.item.Field;
import io.github.crosstie.item.HashedValue;
import io.github.crosstie.item.Item;
import io.github.crosstie.item.OccurrenceException;
import io.github.crosstie.item.OccurrenceExceptions;
import io.github.crosstie.item.Sensitivity;
import io.github.crosstie.item.Side;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** Where each side keeps what a standard field means: the mailbox in the field itself, the CRM in the one mapped to it. */
final class StandardFields {

    private final List<FieldMapping> mappings;

    StandardFields(List<FieldMapping> mappings) {
        this.mappings = mappings;
    }

    /** The value of a standard field; empty if the record has none. */
    Optional<Object> value(Side side, Item item, Field<?> standard) {
        return Optional.ofNullable(item.value(on(side, standard)));
    }

    /** A side that does not hold the confidentiality says nothing about it: the other side's record decides then (S9). */
    boolean isPrivate(Side side, Item item) {
        return value(side, item, EventFields.SENSITIVITY)
                        .filter(StandardFields::isPrivate)
                        .isPresent()
                || exceptions(side, item).stream().anyMatch(occurrence -> isPrivate(side, occurrence));
    }

    private static boolean isPrivate(Object sensitivity) {
        return sensitivity instanceof HashedValue hashed
                ? hashed.matches(Sensitivity.PRIVATE) || hashed.matches(Sensitivity.CONFIDENTIAL)
                : sensitivity == Sensitivity.PRIVATE || sensitivity == Sensitivity.CONFIDENTIAL;
    }

    /** The addresses of people and rooms that a meeting's record names, its organizer apart. */
    SortedSet<String> attendees(Side side, Item item) {
        SortedSet<String> attendees = new TreeSet<>();
        for (Field<Set<String>> field : EventFields.ATTENDEES) {
            value(side, item, field).ifPresent(value -> ((Set<?>) value).forEach(one -> attendees.add((String) one)));
        }
        exceptions(side, item).forEach(occurrence -> attendees.addAll(attendees(side, occurrence)));
        return attendees;
    }

    /** What the occurrences of a series have of their own, as far as it is known. */
    List<Item> exceptions(Side side, Item item) {
        return value(side, item, EventFields.EXCEPTIONS)
                .filter(OccurrenceExceptions.class::isInstance)
                .map(value -> ((OccurrenceExceptions) value)
                        .byStart().values().stream()
                                .map(OccurrenceException::changed)
                                .toList())
                .orElse(List.of());
    }

    Field<?> on(Side side, Field<?> standard) {
        if (side == Side.MAIL) {
            return standard;
        }
        return mappings.stream()
                .filter(mapping -> mapping.mail().equals(standard))
                .<Field<?>>map(FieldMapping::crm)
                .findFirst()
                .orElse(standard);
    }
}
