package io.github.crosstie.graph.internal.item;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.crosstie.internal.exchange.Texts;
import io.github.crosstie.item.EventFields;
import io.github.crosstie.item.Field;
import io.github.crosstie.item.Item;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The people and rooms of a meeting: one list, always written whole, with the names that the server knows them by. What
 * they have answered is read and never written (S7).
 */
record AttendeesProperty() implements ItemProperty {

    private static final String TYPE = "type";
    private static final String NAME = "name";
    private static final String ADDRESS = "address";
    private static final String MAILBOX = "emailAddress";

    /** Answers by the name that RFC 5545 has for them. */
    private static final Map<String, String> ANSWERS =
            Map.of("accepted", "ACCEPTED", "declined", "DECLINED", "tentativelyAccepted", "TENTATIVE");

    private static final Map<String, Field<Set<String>>> BY_TYPE = byType();

    private static Map<String, Field<Set<String>>> byType() {
        Map<String, Field<Set<String>>> fields = new LinkedHashMap<>();
        fields.put("required", EventFields.REQUIRED_ATTENDEES);
        fields.put("optional", EventFields.OPTIONAL_ATTENDEES);
        fields.put("resource", EventFields.RESOURCES);
        return fields;
    }

    @Override
    public String name() {
        return "attendees";
    }

    @Override
    public List<Field<?>> fields() {
        return List.copyOf(BY_TYPE.values());
    }

    @Override
    public boolean needsBefore() {
        return true;
    }

    /** Whether anybody is invited. */
    static boolean are(JsonNode event) {
        return !event.path("attendees").isEmpty();
    }

    /** Whether somebody is invited whom no address tells, as people of old directories are. */
    static boolean areNameless(JsonNode event) {
        for (JsonNode attendee : event.path("attendees")) {
            if (address(attendee).isEmpty()) {
                return true;
            }
        }
        return false;
    }

    /** The address of somebody. */
    static String address(JsonNode holder) {
        return Texts.held(holder.path(MAILBOX).path(ADDRESS).asText("")).strip();
    }

    @Override
    public void read(JsonNode entity, Item.Builder into) {
        Map<String, Set<String>> addresses = new HashMap<>();
        Set<String> responses = new TreeSet<>();
        for (JsonNode attendee : entity.path(name())) {
            String address = address(attendee);
            if (address.isEmpty()) {
                continue;
            }
            addresses
                    .computeIfAbsent(attendee.path(TYPE).asText("required"), none -> new TreeSet<>())
                    .add(address);
            String answer = ANSWERS.get(attendee.path("status").path("response").asText(""));
            if (answer != null) {
                responses.add(address + "=" + answer);
            }
        }
        BY_TYPE.forEach((type, field) -> into.set(field, addresses.getOrDefault(type, Set.of())));
        into.set(EventFields.RESPONSES, responses);
    }

    @Override
    public void write(Item item, ObjectNode body) {
        if (BY_TYPE.values().stream().anyMatch(field -> !held(item, field).isEmpty())) {
            attendees(item, Map.of(), body);
        }
    }

    @Override
    public void update(Change change, ObjectNode body) {
        Map<String, String> names = new HashMap<>();
        if (change.before() != null) {
            change.before()
                    .path(name())
                    .forEach(attendee -> names.put(
                            address(attendee), attendee.path(MAILBOX).path(NAME).asText("")));
        }
        attendees(change.after(), names, body);
    }

    private void attendees(Item item, Map<String, String> names, ObjectNode body) {
        ArrayNode attendees = body.putArray(name());
        BY_TYPE.forEach((type, field) -> held(item, field).forEach(address -> {
            ObjectNode mailbox =
                    attendees.addObject().put(TYPE, type).putObject(MAILBOX).put(ADDRESS, address);
            String name = names.getOrDefault(address, "");
            if (!name.isEmpty()) {
                mailbox.put(NAME, name);
            }
        }));
    }

    private static Set<String> held(Item item, Field<Set<String>> field) {
        return held(item.get(field).orElse(Set.of()));
    }

    private static Set<String> held(Set<?> addresses) {
        Set<String> held = new TreeSet<>();
        addresses.forEach(address -> held.add(Texts.held((String) address).strip()));
        held.remove("");
        return held;
    }

    @Override
    public @Nullable Object project(Field<?> field, Object value) {
        Set<String> held = held((Set<?>) value);
        return held.isEmpty() ? null : held;
    }
}
