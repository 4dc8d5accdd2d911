package io.github.crosstie.testkit.graph;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.crosstie.testkit.internal.mailbox.Attendees;
import io.github.crosstie.testkit.internal.mailbox.Properties;
import io.github.crosstie.testkit.internal.mailbox.Refusal;
import io.github.crosstie.testkit.internal.mailbox.Tree;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The people of events: who calls, who is called, and what they have answered. */
final class EventPeople {

    private EventPeople() {}

    /** Reads an array of attendees into the calendar's three lists; an empty list has no element. */
    static Map<String, List<Tree>> read(JsonNode attendees) throws Refusal {
        Map<String, List<Tree>> lists = new LinkedHashMap<>();
        Attendees.LISTS.forEach(list -> lists.put(list, new ArrayList<>()));
        for (JsonNode attendee : attendees) {
            String list = EventWords.ATTENDEE.stored(attendee.path("type").asText("required"));
            JsonNode mail = attendee.path("emailAddress");
            String address = mail.path("address").asText("").strip();
            if (list == null || address.isEmpty()) {
                throw new Refusal("ErrorInvalidRecipients", "At least one recipient isn't valid.");
            }
            Tree mailbox = Attendees.mailbox(address, mail.path("name").asText(""));
            lists.computeIfAbsent(list, none -> new ArrayList<>()).add(Tree.of("t:Attendee", mailbox));
        }
        return lists;
    }

    /** All attendees, list by list. */
    static ArrayNode attendees(Properties event) {
        ArrayNode attendees = JsonNodeFactory.instance.arrayNode();
        for (String list : Attendees.LISTS) {
            Tree element = event.element(list);
            for (Tree attendee : element == null ? List.<Tree>of() : element.children()) {
                ObjectNode shown = attendees.addObject();
                shown.put("type", EventWords.ATTENDEE.shown(list));
                shown.set("status", status(attendee.textOf("t:ResponseType"), attendee.textOf("t:LastResponseTime")));
                shown.set("emailAddress", address(attendee));
            }
        }
        return attendees;
    }

    /** Who calls; null if nobody is known. */
    static @Nullable ObjectNode organizer(Properties event) {
        Tree organizer = event.element("Organizer");
        if (organizer == null) {
            return null;
        }
        ObjectNode shown = JsonNodeFactory.instance.objectNode();
        shown.set("emailAddress", address(organizer));
        return shown;
    }

    /** What the owner of the mailbox has answered. */
    static ObjectNode response(Properties event) {
        return status(event.text("MyResponseType"), event.text("AppointmentReplyTime"));
    }

    private static ObjectNode status(String response, String time) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("response", EventWords.RESPONSE.shown(response))
                .put("time", time.isEmpty() ? EventTimes.NEVER : time);
    }

    private static ObjectNode address(Tree holder) {
        Tree mailbox = holder.child("t:Mailbox");
        return JsonNodeFactory.instance
                .objectNode()
                .put("name", mailbox == null ? "" : mailbox.textOf("t:Name"))
                .put("address", Attendees.address(holder));
    }
}
