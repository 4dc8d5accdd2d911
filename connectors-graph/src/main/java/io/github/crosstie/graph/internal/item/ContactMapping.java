package io.github.crosstie.graph.internal.item;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.crosstie.graph.internal.wire.GraphCall;
import io.github.crosstie.internal.exchange.Stamp;
import io.github.crosstie.item.ContactFields;
import io.github.crosstie.item.Field;
import io.github.crosstie.item.Item;
import io.github.crosstie.item.ItemKind;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Contacts. Four phones that Exchange Web Services know are held by no property that Graph lets through: mobile phone
 * of the business, phone over the internet, and the numbers for multimedia messages and at MSN.
 */
public final class ContactMapping implements ItemMapping {

    private static final String PARENT = "parentFolderId";

    /** A mapping of all fields that Graph has. */
    public ContactMapping() {}

    @Override
    public SortedSet<Field<?>> fields() {
        return ContactProperties.ALL.fields();
    }

    @Override
    public GraphCall asking(GraphCall reading) {
        String select = Stream.of(ItemReading.SELECTED.stream(), Stream.of(PARENT), ContactProperties.ALL.selected())
                .flatMap(names -> names)
                .collect(Collectors.joining(","));
        List<ExtendedProperty> expanded = Stream.concat(
                        Stream.of(ExtendedProperty.TAG), ContactProperties.ALL.expanded())
                .toList();
        return reading.query("$select", select).query("$expand", ExtendedProperty.expand(expanded));
    }

    @Override
    public ItemRecord read(JsonNode contact) {
        ItemReading reading = new ItemReading(ItemKind.CONTACT, contact);
        ContactProperties.ALL.read(contact, reading);
        return reading.record("", reading.text(PARENT), "");
    }

    @Override
    public ObjectNode create(Item item, Stamp stamp) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        ContactProperties.ALL.write(item, body);
        ExtendedProperty.TAG.put(body, stamp.text());
        put("displayName", displayName(item), body);
        put("fileAs", fileAs(item), body);
        return body;
    }

    private static void put(String name, String text, ObjectNode body) {
        if (!text.isEmpty()) {
            body.put(name, SingleProperty.limited(text));
        }
    }

    /** What a list of contacts shows. */
    private static String displayName(Item item) {
        String name = joined(
                " ",
                text(item, ContactFields.GIVEN_NAME),
                text(item, ContactFields.MIDDLE_NAME),
                text(item, ContactFields.SURNAME));
        return name.isEmpty() ? text(item, ContactFields.COMPANY_NAME) : name;
    }

    /** Where a list of contacts has it: by surname. */
    private static String fileAs(Item item) {
        String given = joined(" ", text(item, ContactFields.GIVEN_NAME), text(item, ContactFields.MIDDLE_NAME));
        String name = joined(", ", text(item, ContactFields.SURNAME), given);
        return name.isEmpty() ? text(item, ContactFields.COMPANY_NAME) : name;
    }

    private static String text(Item item, Field<String> field) {
        return item.get(field).orElse("");
    }

    private static String joined(String separator, String... parts) {
        return Stream.of(parts).filter(part -> !part.isEmpty()).collect(Collectors.joining(separator));
    }

    @Override
    public boolean needsBefore(Collection<Field<?>> changed) {
        return ContactProperties.ALL.needBefore(changed);
    }

    @Override
    public ObjectNode update(Map<Field<?>, @Nullable Object> changed, Item after, @Nullable JsonNode before) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        ContactProperties.ALL.update(changed, after, before, body);
        return body;
    }

    @Override
    public Optional<String> cannotChange(Map<Field<?>, @Nullable Object> changed, ItemRecord before, JsonNode item) {
        return Optional.empty();
    }

    @Override
    public @Nullable Object project(Field<?> field, Object value) {
        return Objects.requireNonNull(ContactProperties.ALL.of(field), "a field of contacts")
                .project(field, value);
    }

    @Override
    public Optional<String> cannotExpress(Item item) {
        return Optional.empty();
    }
}
