package io.github.crosstie.ews.internal.item;

import io.github.crosstie.item.EventFields;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an event is made of besides its time and its rule, in the order of the schema. */
final class EventProperties {

    /** Before the properties of events. */
    static final List<ItemProperty> OF_ITEM = List.of(
            SingleProperty.limitedText("item:", "Subject", EventFields.SUBJECT),
            new SensitivityProperty(),
            new BodyProperty(EventFields.BODY),
            new CategoriesProperty(EventFields.CATEGORIES));

    static final ItemProperty LOCATION = SingleProperty.limitedText("calendar:", "Location", EventFields.LOCATION);

    static final List<AttendeesProperty> ATTENDEES = AttendeesProperty.all();

    /** All of these; attendees are read apart, because their answers are a field of its own. */
    static final PropertySet ALL =
            new PropertySet(OF_ITEM, List.of(LOCATION, ATTENDEES.get(0), ATTENDEES.get(1), ATTENDEES.get(2)));

    private EventProperties() {}

    static @Nullable AttendeesProperty attendees(String element) {
        for (AttendeesProperty property : ATTENDEES) {
            if (property.element().equals(element)) {
                return property;
            }
        }
        return null;
    }
}
