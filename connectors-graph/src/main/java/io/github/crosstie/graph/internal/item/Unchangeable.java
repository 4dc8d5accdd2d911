package io.github.crosstie.graph.internal.item;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.crosstie.item.EventFields;
import io.github.crosstie.item.Field;
import java.util.Collection;
import java.util.Optional;

/** What of an event must not be written, because it would be written over what no field holds. */
final class Unchangeable {

    private static final String ONLINE = "the body of an online meeting holds the way into it, which Microsoft Graph"
            + " cannot keep while it changes the rest; change the text in the calendar";

    private static final String NAMELESS = "the event invites somebody without an address, whom Microsoft Graph cannot"
            + " keep while it changes the other attendees; change them in the calendar";

    private Unchangeable() {}

    /** Why some fields of an event, or of one of its occurrences, cannot be changed as it is. */
    static Optional<String> reason(Collection<Field<?>> changed, JsonNode event) {
        if (changed.contains(EventFields.BODY) && event.path("isOnlineMeeting").asBoolean()) {
            return Optional.of(ONLINE);
        }
        return EventFields.ATTENDEES.stream().anyMatch(changed::contains) && AttendeesProperty.areNameless(event)
                ? Optional.of(NAMELESS)
                : Optional.empty();
    }
}
