package io.github.crosstie.testkit.internal.mailbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Attendees of events. */
public final class Attendees {

    public static final List<String> LISTS = List.of("RequiredAttendees", "OptionalAttendees", "Resources");

    private Attendees() {}

    /** An attendee as it is kept: what others have answered before stays. */
    public static Tree stored(Tree attendee, @Nullable Properties before) {
        String address = address(attendee);
        Tree known = before == null ? null : find(before, address);
        Tree response = known == null ? null : known.child("t:ResponseType");
        Tree mailbox = attendee.child("t:Mailbox");
        List<Tree> children = new ArrayList<>();
        children.add(mailbox(address, mailbox == null ? "" : mailbox.textOf("t:Name")));
        children.add(response == null ? Tree.of("t:ResponseType", "Unknown") : response);
        Tree time = known == null ? null : known.child("t:LastResponseTime");
        if (time != null) {
            children.add(time);
        }
        return Tree.of("t:Attendee", children);
    }

    /** A mailbox element. */
    public static Tree mailbox(String address, String name) {
        return Tree.of(
                "t:Mailbox",
                Tree.of("t:Name", name.isEmpty() ? address : name),
                Tree.of("t:EmailAddress", address),
                Tree.of("t:RoutingType", "SMTP"));
    }

    /** The attendee of an address, in any of the lists; null if there is none. */
    public static @Nullable Tree find(Properties event, String address) {
        for (String list : LISTS) {
            Tree attendees = event.element(list);
            for (Tree attendee : attendees == null ? List.<Tree>of() : attendees.children()) {
                if (address(attendee).equalsIgnoreCase(address)) {
                    return attendee;
                }
            }
        }
        return null;
    }

    /** Writes an attendee's answer down; tells whether there is such an attendee. */
    public static boolean respond(Properties event, String address, String response, String time) {
        for (String list : LISTS) {
            Tree attendees = event.element(list);
            if (attendees == null || !addresses(event, list).contains(address.toLowerCase(Locale.ROOT))) {
                continue;
            }
            List<Tree> answered = new ArrayList<>();
            for (Tree attendee : attendees.children()) {
                answered.add(
                        address(attendee).equalsIgnoreCase(address) ? answered(attendee, response, time) : attendee);
            }
            event.put(attendees.withChildren(answered));
            return true;
        }
        return false;
    }

    private static Tree answered(Tree attendee, String response, String time) {
        return attendee.withChildren(List.of(
                attendee.children().get(0), Tree.of("t:ResponseType", response), Tree.of("t:LastResponseTime", time)));
    }

    public static String address(Tree holder) {
        Tree mailbox = holder.child("t:Mailbox");
        return mailbox == null ? "" : mailbox.textOf("t:EmailAddress");
    }

    /** The addresses of all attendees, in lower case, in the order of the lists. */
    public static List<String> addresses(Properties event) {
        List<String> addresses = new ArrayList<>();
        for (String list : LISTS) {
            addresses.addAll(addresses(event, list));
        }
        return addresses;
    }

    public static List<String> addresses(Properties event, String list) {
        Tree attendees = event.element(list);
        return attendees == null
                ? List.of()
                : attendees.children().stream()
                        .map(attendee -> address(attendee).toLowerCase(Locale.ROOT))
                        .toList();
    }

    /** The names of a list, as mail shows them. */
    public static String display(Properties event, String list) {
        Tree attendees = event.element(list);
        if (attendees == null) {
            return "";
        }
        List<String> names = attendees.children().stream()
                .map(attendee -> attendee.child("t:Mailbox"))
                .filter(mailbox -> mailbox != null)
                .map(mailbox -> mailbox.textOf("t:Name"))
                .toList();
        return String.join("; ", names);
    }
}
