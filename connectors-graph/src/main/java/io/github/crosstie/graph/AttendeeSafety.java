package io.github.crosstie.graph;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.crosstie.connector.Notification;
import io.github.crosstie.connector.Write;
import io.github.crosstie.connector.WriteOutcome;
import io.github.crosstie.item.EventFields;
import io.github.crosstie.item.Field;
import io.github.crosstie.item.Item;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * Graph tells the attendees of every write to a meeting that the mailbox's user organizes, and cannot be asked not to
 * (S7). So a write that is to tell nobody is refused here if it would: the plan has said so before, and leaves such
 * writes out; this is for the meeting that has become one since.
 */
final class AttendeeSafety {

    private static final String EXCEPTIONS = "exceptionOccurrences";

    private static final WriteOutcome.Rejected WOULD_NOTIFY = new WriteOutcome.Rejected(
            "WOULD_NOTIFY",
            "writing this meeting would make the mail server send mail to its attendees, which the configuration does"
                    + " not allow; let it send invitations, or make the change in the mailbox by hand",
            true);

    private final String address;

    /**
     * For a mailbox.
     *
     * @param address its address, which may be among the attendees
     */
    AttendeeSafety(String address) {
        this.address = address;
    }

    /** Why a write may not be sent, as far as it says itself. */
    Optional<WriteOutcome> refusal(Write write) {
        if (write.notification() != Notification.NONE) {
            return Optional.empty();
        }
        boolean tells = write instanceof Write.Create creation
                ? invites(creation.item())
                : write instanceof Write.Update update && invites(update.fields());
        return tells ? Optional.of(WOULD_NOTIFY) : Optional.empty();
    }

    /** Why a write may not be sent to an event as it is told; what is not told of it may invite anybody. */
    Optional<WriteOutcome> refusal(Write write, JsonNode event) {
        boolean untold = event.hasNonNull("recurrence") && !event.has(EXCEPTIONS);
        boolean tells = write.notification() == Notification.NONE
                && event.path("isOrganizer").asBoolean(true)
                && (untold || tells(event) || anyOf(event.path(EXCEPTIONS), this::tells));
        return tells ? Optional.of(WOULD_NOTIFY) : Optional.empty();
    }

    /** Whether anybody else is told of a write; somebody without an address is somebody else. */
    private boolean tells(JsonNode event) {
        return anyOf(
                event.path("attendees"),
                attendee -> !attendee.path("emailAddress")
                        .path("address")
                        .asText("")
                        .strip()
                        .equalsIgnoreCase(address));
    }

    private static boolean anyOf(JsonNode list, Predicate<JsonNode> test) {
        return StreamSupport.stream(list.spliterator(), false).anyMatch(test);
    }

    private boolean invites(Item item) {
        return EventFields.ATTENDEES.stream()
                        .anyMatch(field -> namesOthers(item.get(field).orElse(Set.of())))
                || item.get(EventFields.EXCEPTIONS).stream()
                        .flatMap(exceptions -> exceptions.byStart().values().stream())
                        .anyMatch(exception -> invites(exception.changed()));
    }

    private boolean invites(Map<Field<?>, @Nullable Object> fields) {
        Item.Builder changed = Item.event();
        fields.forEach((field, value) -> {
            if (value != null && (EventFields.ATTENDEES.contains(field) || field.equals(EventFields.EXCEPTIONS))) {
                changed.put(field, value);
            }
        });
        return invites(changed.build());
    }

    private boolean namesOthers(Collection<String> attendees) {
        return attendees.stream().anyMatch(attendee -> !attendee.equalsIgnoreCase(address));
    }
}
