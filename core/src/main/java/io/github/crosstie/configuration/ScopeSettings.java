package io.github.crosstie.configuration;

import io.github.crosstie.item.ItemKind;
import io.github.crosstie.item.Side;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * The settings that decide which records and fields take part (S9, S14, S23), as they are remembered with the state, so that a
 * change of them is noticed and compared. Equal whatever the order of mappings and filters. {@link #toString} shows no value of a
 * filter.
 *
 * @param kind contacts or events
 * @param direction which way records flow (S1)
 * @param fields which fields go with which, ordered
 * @param filters what must hold, ordered
 * @param window which events are in scope by time; means nothing for contacts
 * @param privateEvents what of private events flows; means nothing for contacts
 */
public record ScopeSettings(
        ItemKind kind,
        SyncDirection direction,
        List<FieldMapping> fields,
        List<Filter> filters,
        EventWindow window,
        PrivateEventPolicy privateEvents) {

    private static final Comparator<FieldMapping> BY_FIELDS = Comparator.comparing(
                    (FieldMapping mapping) -> mapping.crm().name())
            .thenComparing(mapping -> mapping.mail().name());
    private static final Comparator<Filter> BY_CONDITION = Comparator.comparing(Filter::side)
            .thenComparing(filter -> filter.field().name())
            .thenComparing(Filter::operator)
            .thenComparing(filter -> String.join("\u0000", filter.values()));

    /** A part in which two of these may differ. */
    public enum Part {
        /** Which way records flow. */
        DIRECTION,
        /** Which fields go with which. */
        FIELDS,
        /** The filters. */
        FILTERS,
        /** The window of time. */
        WINDOW,
        /** What of private events flows. */
        PRIVATE_EVENTS
    }

    /** Orders mappings and filters. */
    public ScopeSettings {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(direction, "direction");
        Objects.requireNonNull(window, "window");
        Objects.requireNonNull(privateEvents, "privateEvents");
        fields = sorted(fields, BY_FIELDS);
        filters = sorted(filters, BY_CONDITION);
    }

    private static <T> List<T> sorted(List<T> all, Comparator<T> order) {
        List<T> sorted = new ArrayList<>(all);
        sorted.sort(order);
        return Collections.unmodifiableList(sorted);
    }

    /**
     * What a configuration says of one kind of record.
     *
     * @param configuration the configuration
     * @param kind contacts or events
     * @return the settings
     */
    public static ScopeSettings of(SyncConfiguration configuration, ItemKind kind) {
        RecordSettings records = configuration.records(kind);
        boolean isEvents = kind == ItemKind.EVENT;
        return new ScopeSettings(
                kind,
                records.direction(),
                records.fields(),
                records.filters(),
                isEvents ? configuration.events().window() : EventWindow.DEFAULT,
                isEvents ? configuration.events().privateEvents() : PrivateEventPolicy.OFF);
    }

    /**
     * The same configuration with these settings in place of its own.
     *
     * @param configuration the configuration
     * @return a changed copy
     */
    public SyncConfiguration in(SyncConfiguration configuration) {
        RecordSettings records = configuration.records(kind).toBuilder()
                .direction(direction)
                .fields(fields)
                .filters(filters)
                .build();
        if (kind == ItemKind.CONTACT) {
            return configuration.toBuilder()
                    .contacts(configuration.contacts().withRecords(records))
                    .build();
        }
        EventSettings events = configuration.events();
        return configuration.toBuilder()
                .events(new EventSettings(records, window, privateEvents, events.invitations(), events.attendeeLimit()))
                .build();
    }

    /**
     * In what these differ from others.
     *
     * @param other others of the same kind
     * @return the parts; none if they are equal
     */
    public Set<Part> differences(ScopeSettings other) {
        Set<Part> parts = EnumSet.noneOf(Part.class);
        addIf(direction != other.direction, Part.DIRECTION, parts);
        addIf(!fields.equals(other.fields), Part.FIELDS, parts);
        addIf(!filters.equals(other.filters), Part.FILTERS, parts);
        addIf(!window.equals(other.window), Part.WINDOW, parts);
        addIf(privateEvents != other.privateEvents, Part.PRIVATE_EVENTS, parts);
        return parts;
    }

    private static void addIf(boolean differs, Part part, Set<Part> parts) {
        if (differs) {
            parts.add(part);
        }
    }

    /**
     * The mappings that others do not have, whatever their direction: their fields meet for the first time.
     *
     * @param others others of the same kind
     * @return the mappings
     */
    public List<FieldMapping> newlyMapped(ScopeSettings others) {
        return fields.stream()
                .filter(mapping -> others.fields.stream()
                        .noneMatch(other -> other.on(Side.CRM).equals(mapping.on(Side.CRM))
                                && other.on(Side.MAIL).equals(mapping.on(Side.MAIL))))
                .toList();
    }
}
