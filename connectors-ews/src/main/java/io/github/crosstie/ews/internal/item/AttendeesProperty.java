package io.github.crosstie.ews.internal.item;

import io.github.crosstie.ews.internal.operation.PropertyPath;
import io.github.crosstie.ews.internal.soap.Space;
import io.github.crosstie.ews.internal.soap.XmlInput;
import io.github.crosstie.ews.internal.soap.XmlOutput;
import io.github.crosstie.internal.exchange.Texts;
import io.github.crosstie.item.EventFields;
import io.github.crosstie.item.Field;
import io.github.crosstie.item.Item;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Some of the people and rooms of a meeting, written by address. What they have answered is read and never written
 * (S7).
 *
 * @param element the element's name
 * @param field the field
 */
record AttendeesProperty(String element, Field<Set<String>> field) implements ItemProperty {

    /** Answers by the name that RFC 5545 has for them. */
    private static final Map<String, String> ANSWERS =
            Map.of("Accept", "ACCEPTED", "Decline", "DECLINED", "Tentative", "TENTATIVE");

    private static final String ADDRESS = "EmailAddress";

    @Override
    public List<Field<?>> fields() {
        return List.of(field);
    }

    private PropertyPath path() {
        return PropertyPath.field("calendar:" + element);
    }

    @Override
    public List<PropertyPath> paths() {
        return List.of(path());
    }

    @Override
    public void read(XmlInput attendees, Item.Builder into) {
        read(attendees, into, new TreeSet<>());
    }

    /** Reads the attendees, and adds what they have answered. */
    void read(XmlInput attendees, Item.Builder into, Set<String> responses) {
        Set<String> addresses = new TreeSet<>();
        attendees.children(attendee -> {
            Attendee read = new Attendee();
            attendee.children(read::part);
            addresses.add(read.address);
            String answer = ANSWERS.get(read.answer);
            if (answer != null && !read.address.isEmpty()) {
                responses.add(read.address + "=" + answer);
            }
        });
        addresses.remove("");
        into.set(field, addresses);
    }

    /** The address in an element that holds a {@code t:Mailbox}, such as the organizer's. */
    static String address(XmlInput holder) {
        Attendee read = new Attendee();
        holder.children(read::part);
        return read.address;
    }

    private static final class Attendee {
        private String address = "";
        private String answer = "";

        private void part(XmlInput part) {
            switch (part.name()) {
                case "Mailbox" -> {
                    Map<String, String> parts = new HashMap<>();
                    part.children(each -> parts.put(each.name(), each.text()));
                    address = Texts.held(parts.getOrDefault(ADDRESS, "")).strip();
                }
                case "ResponseType" -> answer = part.text().trim();
                default -> part.skip();
            }
        }
    }

    @Override
    public void write(Item item, XmlOutput out) {
        item.get(field)
                .map(AttendeesProperty::held)
                .filter(held -> !held.isEmpty())
                .ifPresent(held -> write(held, out));
    }

    private void write(Set<String> addresses, XmlOutput out) {
        out.start(Space.TYPES, element);
        for (String address : addresses) {
            out.start(Space.TYPES, "Attendee")
                    .start(Space.TYPES, "Mailbox")
                    .element(Space.TYPES, ADDRESS, address)
                    .end()
                    .end();
        }
        out.end();
    }

    @Override
    public void update(Field<?> changed, @Nullable Object value, Updates updates) {
        Set<String> held = value instanceof Set<?> set ? held(set) : Set.of();
        if (held.isEmpty()) {
            updates.delete(path());
        } else {
            updates.set(path(), out -> write(held, out));
        }
    }

    @Override
    public @Nullable Object project(Field<?> projected, Object value) {
        Set<String> held = held((Set<?>) value);
        return held.isEmpty() ? null : held;
    }

    private static Set<String> held(Set<?> addresses) {
        Set<String> held = new TreeSet<>();
        addresses.forEach(address -> held.add(Texts.held((String) address).strip()));
        held.remove("");
        return held;
    }

    static List<AttendeesProperty> all() {
        return List.of(
                new AttendeesProperty("RequiredAttendees", EventFields.REQUIRED_ATTENDEES),
                new AttendeesProperty("OptionalAttendees", EventFields.OPTIONAL_ATTENDEES),
                new AttendeesProperty("Resources", EventFields.RESOURCES));
    }
}
